/// An element of an XML file with the line it stands on. Text between elements is not kept: the formats that are read here
/// hold everything in attributes.
struct XMLElement: Sendable {
    var name: String
    var attributes: [String: String]
    var children: [XMLElement] = []
    var line: Int

    /// Direct children of a name.
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The first element of a name anywhere below, in the order of the file.
    func descendant(_ name: String) -> XMLElement? {
        for child in children {
            if child.name == name { return child }
            if let found = child.descendant(name) { return found }
        }
        return nil
    }
}
