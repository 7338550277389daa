/// A growable block of uninitialised memory for trivial values: the only unsafe storage of the engine.
///
/// Invariants: `Value` is trivial (integers, floating point), so nothing is ever deinitialised; `base` points to
/// `capacity` values; the pointer is used only while its owner is alive, inside the kernel that called `reserve`.
final class Scratch<Value: BitwiseCopyable> {
    private(set) var base: UnsafeMutablePointer<Value>
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `count` values, discarding what was there, and returns the block.
    @inline(__always) func reserve(_ count: Int) -> UnsafeMutablePointer<Value> {
        if count > capacity { grow(to: count, keeping: 0) }
        return base
    }

    /// Makes room for `count` values and keeps the first `kept`.
    @inline(__always) func extend(to count: Int, keeping kept: Int) -> UnsafeMutablePointer<Value> {
        if count > capacity { grow(to: count, keeping: kept) }
        return base
    }

    @inline(never) private func grow(to count: Int, keeping kept: Int) {
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: max(count, capacity * 2))
        larger.update(from: base, count: kept)
        base.deallocate()
        base = larger
        capacity = max(count, capacity * 2)
    }
}
