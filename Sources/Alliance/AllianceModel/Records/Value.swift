/// The one small tree that every door (file, form, CSV, API, ledger) turns its input into.
///
/// A reader does not decide what a scalar means: YAML, CSV and forms yield `text`, and the field that takes the value says
/// whether "2015-09-01" is a date. So `no` stays a country code and `1.50` a version number where a text is asked for.
public enum Value: Hashable, Sendable {
    /// Nothing: clears a field that may be empty.
    case none
    case text(String)
    case integer(Int64)
    case decimal(DecimalNumber)
    case date(Day)
    case list([Value])
    /// Named members in the order they were given; names are unique.
    case record(Members)

    /// The named members of a record, in order. Records have few members, so a look-up is a scan.
    public struct Members: Hashable, Sendable, ExpressibleByDictionaryLiteral {
        public private(set) var names: [String] = []
        public private(set) var values: [Value] = []

        public init() {}

        public init(dictionaryLiteral elements: (String, Value)...) {
            for (name, value) in elements { self[name] = value }
        }

        public var count: Int { names.count }
        public var isEmpty: Bool { names.isEmpty }

        /// The value under a name; `nil` removes it. Setting a new name appends it.
        public subscript(name: String) -> Value? {
            get { names.firstIndex(of: name).map { values[$0] } }
            set {
                switch (names.firstIndex(of: name), newValue) {
                case (let at?, let value?): values[at] = value
                case (let at?, nil):
                    names.remove(at: at)
                    values.remove(at: at)
                case (nil, let value?): append(name, value)
                case (nil, nil): break
                }
            }
        }

        /// Adds a member whose name is known to be new: readers check for duplicates themselves, with the place.
        public mutating func append(_ name: String, _ value: Value) {
            names.append(name)
            values.append(value)
        }

        public mutating func reserveCapacity(_ count: Int) {
            names.reserveCapacity(count)
            values.reserveCapacity(count)
        }
    }

    /// Whether it says nothing: no value, or a text of blanks.
    var isBlank: Bool {
        switch self {
        case .none: true
        case .text(let text): text.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
        default: false
        }
    }

    /// The value in a few words, for error messages.
    public var summary: String {
        switch self {
        case .none: "nothing"
        case .text(let text): text.count > 40 ? "“\(text.prefix(40))…”" : "“\(text)”"
        case .integer(let number): "\(number)"
        case .decimal(let number): number.description
        case .date(let day): day.description
        case .list(let items): "a list of \(items.count)"
        case .record(let members): members.isEmpty ? "an empty record" : "a record with “\(members.names[0])”"
        }
    }
}

extension Value.Members: Sequence {
    public func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator { zip(names, values).makeIterator() }
}

extension Value: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}
