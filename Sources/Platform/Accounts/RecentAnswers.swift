import Synchronization

/// Answers of the database to one kind of question, kept until something is written.
///
/// Who asks is looked up for every request, and what is found changes rarely. Everything that writes forgets all of it after the
/// commit and before its caller goes on, so nobody who was told that a session or a seat has ended finds it still there. The
/// data folder is locked: no other program writes.
///
/// Only what was found is kept: what is made up by a stranger takes no room.
final class RecentAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    /// Answers that are kept at most; beyond, all are forgotten and asked for again.
    private static var most: Int { 4_096 }

    private struct State {
        var answers: [Question: Answer] = [:]
        /// How often everything was forgotten: an answer that was on its way meanwhile is not kept.
        var round = 0
    }

    private let state = Mutex(State())

    /// The answer that is kept, or the one that `find` brings.
    ///
    /// - Complexity: O(1) where it is kept.
    func answer(
        to question: Question, _ find: () async throws(AccountFailure) -> Answer?
    ) async throws(AccountFailure) -> Answer? {
        let (known, round) = state.withLock { ($0.answers[question], $0.round) }
        if let known { return known }
        guard let found = try await find() else { return nil }
        state.withLock { state in
            guard state.round == round else { return }
            if state.answers.count >= Self.most { state.answers.removeAll(keepingCapacity: true) }
            state.answers[question] = found
        }
        return found
    }

    /// Alters an answer that is kept; without effect where none is.
    func alter(_ question: Question, _ change: (inout Answer) -> Void) {
        state.withLock { state in
            guard var answer = state.answers[question] else { return }
            change(&answer)
            state.answers[question] = answer
        }
    }

    func forgetAll() {
        state.withLock { state in
            state.round += 1
            state.answers.removeAll(keepingCapacity: true)
        }
    }
}

/// What ``Accounts`` keeps of what it looked up.
struct RecentLookups: Sendable {
    struct Seat: Hashable {
        let account: String
        let alliance: String
    }

    /// By the hash of the token.
    let sessions = RecentAnswers<[UInt8], HeldSession>()
    let seats = RecentAnswers<Seat, Membership>()
    let memberships = RecentAnswers<String, [Membership]>()
    let seen = RecentAnswers<Seat, Int64>()

    func forgetAll() {
        sessions.forgetAll()
        seats.forgetAll()
        memberships.forgetAll()
        seen.forgetAll()
    }
}

/// A session with whose it is.
struct HeldSession: Sendable {
    let account: Account
    var session: Session
}
