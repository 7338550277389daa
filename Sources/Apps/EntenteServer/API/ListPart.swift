import HTTPTypes
import Hummingbird

/// Which part of a long list a program asks for: `limit` items after the first `after`. Without a limit, all of them.
struct ListPart: Sendable {
    /// The most items of one part.
    static let most = 1_000

    let after: Int
    let limit: Int?
    private let path: String

    init(_ request: Request) {
        let pairs = request.queryPairs
        func number(_ name: String) -> Int? { pairs.first { $0.name == name }.flatMap { Int($0.value) } }
        after = min(max(0, number("after") ?? 0), 1 << 40)
        limit = number("limit").map { min(max($0, 1), Self.most) }
        path = request.uri.path
    }

    /// The places of the items.
    var places: Range<Int> { after..<(limit.map { after + $0 } ?? Int.max) }

    /// Those of a list that are asked for.
    func items<Item>(of all: [Item]) -> ArraySlice<Item> { all[places.clamped(to: 0..<all.count)] }

    /// An answer with the address of the next part in its header (RFC 8288), where there is one.
    ///
    /// - Parameter left: how many items follow.
    func answer(_ response: Response, left: Int) -> Response {
        guard left > 0, let limit else { return response }
        return link(response, after: places.upperBound, limit: limit)
    }

    /// The same, where the next part begins after some number.
    func link(_ response: Response, after: Int, limit: Int) -> Response {
        var response = response
        response.headers[HTTPField.Name.link] = "<\(path)?limit=\(limit)&after=\(after)>; rel=\"next\""
        return response
    }
}
