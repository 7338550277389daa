import AllianceModel
import Ledger

/// How a change is spelled in the ledger: the canonical JSON of `Change.value`.
///
/// The ledger's keys have no capitals, so `closesOn` is spelled `closes_on`. It has integers only, so decimals are strings, as
/// are days; the fields that take them read both. What is applied is always what is read back from the bytes, so that replaying
/// them cannot give anything else.
enum ChangeBody {
    /// The version of the shape; a program refuses to fold a higher one.
    static let schema = 1
    /// The member that names the party for which an entry without a person speaks.
    static let party = "for_party"

    /// - Throws: `HostingFailure.refused` where the change is too large or has names that no field has.
    static func encode(_ change: Change, for party: RecordID<Party>? = nil) throws(HostingFailure) -> [UInt8] {
        guard case .record(let members) = change.value else {
            throw .request("a change cannot be spelled")
        }
        var object = try object(members)
        if let party { object[Self.party] = .text(party.text) }
        do throws(CanonicalJSON.Refusal) {
            return try CanonicalJSON.encode(.object(object))
        } catch {
            throw .refused(Self.refusal(of: error))
        }
    }

    /// - Throws: `HostingFailure.damaged`, `newerVersion`.
    static func decode(_ payload: Payload) throws(HostingFailure) -> (change: Change, party: RecordID<Party>?) {
        guard payload.schema == schema else {
            throw .newerVersion("An entry of type \(payload.type) has the shape \(payload.schema)")
        }
        let body: CanonicalJSON.Value
        do throws(CanonicalJSON.Refusal) {
            body = try CanonicalJSON.parse(payload.body)
        } catch {
            throw .damaged("an entry's body is no canonical JSON (\(error))")
        }
        guard case .object(var object) = body else { throw .damaged("an entry's body is no object") }
        var party: RecordID<Party>?
        if let given = object[Self.party] {
            object[Self.party] = nil
            guard case .text(let id) = given else { throw .damaged("an entry's party is no text") }
            party = RecordID(id)
        }
        var problems: [Problem] = []
        guard let change = Change(value(.object(object)), &problems) else {
            let reasons = problems.map { "\($0.path): \($0.reason)" }.joined(separator: "; ")
            throw .newerVersion("An entry of type \(payload.type) says what this program does not know (\(reasons))")
        }
        return (change, party)
    }

    private static func object(_ members: Value.Members) throws(HostingFailure) -> CanonicalJSON.Members {
        var object = CanonicalJSON.Members()
        for (name, value) in members {
            guard let key = key(of: name), CanonicalJSON.isKey(key) else {
                throw .refused(Refusal(name, "is not known here", "Use the names of the register's fields."))
            }
            object[key] = try canonical(value)
        }
        return object
    }

    private static func canonical(_ value: Value) throws(HostingFailure) -> CanonicalJSON.Value {
        switch value {
        case .none: return .null
        case .text(let text): return .text(text)
        case .integer(let number):
            let isExact = (-CanonicalJSON.maximumInteger...CanonicalJSON.maximumInteger).contains(number)
            return isExact ? .integer(number) : .text("\(number)")
        case .decimal(let number): return .text(number.description)
        case .date(let day): return .text(day.description)
        case .list(let items):
            var list: [CanonicalJSON.Value] = []
            list.reserveCapacity(items.count)
            for item in items { list.append(try canonical(item)) }
            return .list(list)
        case .record(let members): return .object(try object(members))
        }
    }

    private static func value(_ json: CanonicalJSON.Value) -> Value {
        switch json {
        case .null: return .none
        case .boolean(let flag): return .text(flag ? "yes" : "no")
        case .integer(let number): return .integer(number)
        case .text(let text): return .text(text)
        case .list(let items): return .list(items.map(value))
        case .object(let object):
            var members = Value.Members()
            members.reserveCapacity(object.count)
            for member in object { members.append(name(of: member.key), value(member.value)) }
            return .record(members)
        }
    }

    /// `closesOn` as `closes_on`; nil for what is not made of ASCII letters and digits.
    static func key(of name: String) -> String? {
        if name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) { return name }
        var key: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 97...122, 48...57: key.append(byte)
            case 65...90: key += [95, byte + 32]
            default: return nil
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    static func name(of key: String) -> String {
        guard key.utf8.contains(95) else { return key }
        var name: [UInt8] = []
        var isCapital = false
        for byte in key.utf8 {
            if byte == 95 {
                isCapital = true
            } else {
                name.append(isCapital && (97...122).contains(byte) ? byte - 32 : byte)
                isCapital = false
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func refusal(of error: CanonicalJSON.Refusal) -> Refusal {
        switch error.reason {
        case .tooLarge:
            Refusal("", "is larger than 60 KiB", "Make it in several changes, or shorten the texts.")
        case .nul: Refusal("", "contains the character U+0000", "Leave it out.")
        default: Refusal("", "cannot be kept (\(error))", "Write it in another way.")
        }
    }
}
