extension View {
    /// What the viewer would see after changes, for previews: nothing is kept.
    ///
    /// - Returns: the view, and each change that is refused with its place among them; the others are made.
    /// - Complexity: that of the changes, and of making a view.
    public func rehearsing(
        _ changes: [Change], by author: Author, at moment: Moment
    ) -> (view: View, refusals: [(place: Int, refusal: Refusal)]) {
        var alliance = visible
        var refusals: [(place: Int, refusal: Refusal)] = []
        for (place, change) in changes.enumerated() {
            do throws(Refusal) {
                try alliance.apply(change, by: author, at: moment)
            } catch {
                refusals.append((place, error))
            }
        }
        return (alliance.view(for: viewer), refusals)
    }
}
