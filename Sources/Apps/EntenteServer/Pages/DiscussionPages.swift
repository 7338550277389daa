import Hosting
import AllianceModel
import AlliancePages
import Hummingbird
import Markup

// The discussion of a record.
extension SiteServer {
    func recordPage(
        _ register: RegisterDescription, _ record: UntypedRecord, _ visit: AllianceVisit, _ answers: Answers = Answers()
    ) async throws -> HTML {
        let history = try await history(visit, of: RecordKey(register.name, record.id), limit: 20)
        return allianceSite(visit).recordPage(record, history: history, remarks: [], answers)
    }

    func remark(_ visit: AllianceVisit) async throws -> Response { throw SiteError.notFound }
}
