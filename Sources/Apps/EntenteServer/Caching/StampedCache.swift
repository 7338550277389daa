import Synchronization

/// Keeps what was made from something for as long as that stays the same.
///
/// A value is kept under a key together with a stamp that says all it was made from, and is given out for the same key and stamp
/// alone. So nothing has to be thrown away when something changes: what is out of date is never found, and the next value takes
/// its place.
final class StampedCache<Key: Hashable & Sendable, Stamp: Equatable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let stamp: Stamp
        let value: Value
        let weight: Int
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var weight = 0
        /// Counts the uses: which of two was longer ago.
        var clock: UInt64 = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: what all values may weigh together; beyond, those go that were not used for the longest time.
    init(capacity: Int) { self.capacity = capacity }

    /// The value that is kept under the key, where it was made from the same.
    ///
    /// - Complexity: O(1).
    func value(of key: Key, _ stamp: Stamp) -> Value? {
        state.withLock { state in
            guard let entry = state.entries[key], entry.stamp == stamp else { return nil }
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return entry.value
        }
    }

    /// Keeps a value in place of the one before; nothing where it alone weighs more than all may.
    ///
    /// - Parameter weight: one each, or bytes, as the capacity is counted.
    /// - Complexity: O(1) mostly; O(n log n) where room is made, which happens once for a quarter of the capacity.
    func keep(_ value: Value, of key: Key, _ stamp: Stamp, weight: Int = 1) {
        guard weight <= capacity else { return }
        state.withLock { state in
            state.clock += 1
            state.weight += weight - (state.entries[key]?.weight ?? 0)
            state.entries[key] = Entry(stamp: stamp, value: value, weight: weight, lastUse: state.clock)
            guard state.weight > capacity else { return }
            for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }).dropLast() {
                state.entries[key] = nil
                state.weight -= entry.weight
                if state.weight <= capacity / 4 * 3 { break }
            }
        }
    }

    /// What is kept, by weight.
    var weight: Int { state.withLock { $0.weight } }
    var keys: [Key] { state.withLock { Array($0.entries.keys) } }
}
