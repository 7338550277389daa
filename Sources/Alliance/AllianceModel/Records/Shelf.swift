/// The ordered records of a register that share one audience.
struct Shelf<R: Record>: Hashable, Sendable {
    private(set) var records: [Registered<R>] = []
    private var places: [RecordID<R>: Int] = [:]
    /// How many records name each record as a predecessor: what nobody names can be part of no cycle.
    private var successorCounts: [RecordID<R>: Int] = [:]

    subscript(id: RecordID<R>) -> Registered<R>? { places[id].map { records[$0] } }

    func contains(_ id: RecordID<R>) -> Bool { places[id] != nil }

    /// Where a record stands; last where there is none.
    func place(of id: RecordID<R>) -> Edit.Position {
        guard let index = places[id] else { return .last }
        return index == 0 ? .first : .after(records[index - 1].id.text)
    }

    /// Adds a record whose id is free; after the record named, at the end where none is, first where that is empty.
    mutating func add(_ record: Registered<R>, at position: Edit.Position) {
        let index = index(of: position)
        count(record.record.predecessors, 1)
        if index == records.count {
            places[record.id] = index
            records.append(record)
        } else {
            records.insert(record, at: index)
            renumber(from: index)
        }
    }

    mutating func update(_ record: Registered<R>) {
        guard let index = places[record.id] else { return }
        count(records[index].record.predecessors, -1)
        count(record.record.predecessors, 1)
        records[index] = record
    }

    mutating func remove(_ id: RecordID<R>) {
        guard let index = places.removeValue(forKey: id) else { return }
        count(records[index].record.predecessors, -1)
        records.remove(at: index)
        renumber(from: index)
    }

    mutating func move(_ id: RecordID<R>, to position: Edit.Position) {
        guard let record = self[id], position != .after(id.text) else { return }
        remove(id)
        add(record, at: position)
    }

    /// The way from a record over its predecessors back to itself, were it to stand here; nil where there is none.
    ///
    /// - Complexity: O(1) for a record that nobody names as predecessor, else O(records + references).
    func cycle(through record: Registered<R>) -> [RecordID<R>]? {
        let first = record.record.predecessors
        if first.contains(record.id) { return [record.id] }
        guard !first.isEmpty, successorCounts[record.id] != nil else { return nil }
        var cameFrom: [RecordID<R>: RecordID<R>] = [:]
        var open = first
        for id in first { cameFrom[id] = record.id }
        while let id = open.popLast() {
            for next in self[id]?.record.predecessors ?? [] {
                if next == record.id {
                    var way = [id]
                    while let last = way.last, let before = cameFrom[last], before != record.id { way.append(before) }
                    return [record.id] + way.reversed()
                }
                if cameFrom.updateValue(id, forKey: next) == nil { open.append(next) }
            }
        }
        return nil
    }

    private mutating func count(_ predecessors: [RecordID<R>], _ change: Int) {
        for id in predecessors {
            let count = successorCounts[id, default: 0] + change
            successorCounts[id] = count == 0 ? nil : count
        }
    }

    private func index(of position: Edit.Position) -> Int {
        switch position {
        case .first: 0
        case .last: records.count
        case .after(let id): places[RecordID(id)].map { $0 + 1 } ?? records.count
        }
    }

    private mutating func renumber(from start: Int) {
        for index in records.indices.dropFirst(start) { places[records[index].id] = index }
    }

    // The index follows from the records, so it has no part in equality.
    static func == (left: Self, right: Self) -> Bool { left.records == right.records }
    func hash(into hasher: inout Hasher) { hasher.combine(records) }
}
