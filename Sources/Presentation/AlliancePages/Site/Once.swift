import Synchronization

/// Something that several parts of a page ask for and that is made when the first of them does.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// The value; `make` gives the same at each time, so that two may make it at once.
    func value(_ make: () -> Value) -> Value {
        if let made = made.withLock({ $0 }) { return made }
        let value = make()
        made.withLock { $0 = value }
        return value
    }
}
