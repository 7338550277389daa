/// The number with at most one decimal, halves away from zero, as used for coordinates and in tables: `2.25` is `2.3`, `-0.04` is `0`.
/// What is not finite is `–`; beyond ±10¹⁵ the number is given as Swift prints it.
public func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    guard abs(number) < 1e15 else { return String(number) }
    let tenths = Int((number * 10).rounded())
    let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (part == 0 ? "\(whole)" : "\(whole).\(part)")
}

/// The number for reading: as `decimal`, with a true minus sign and a narrow space between groups of three digits from 10 000 on.
public func readable(_ number: Double) -> String {
    let plain = decimal(number)
    guard number.isFinite, abs(number) < 1e15 else { return plain }
    let unsigned = plain.hasPrefix("-") ? String(plain.dropFirst()) : plain
    let parts = unsigned.split(separator: ".")
    var whole = String(parts.first ?? "0")
    if whole.count > 4 {
        var groups: [String] = []
        while whole.count > 3 {
            groups.insert(String(whole.suffix(3)), at: 0)
            whole = String(whole.dropLast(3))
        }
        whole = ([whole] + groups).joined(separator: "\u{202F}")
    }
    return (plain.hasPrefix("-") ? "−" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
}

/// A share between 0 and 1 as a percentage: `0.125` is `12.5 %`.
public func percent(_ share: Double) -> String { readable(share * 100) + "\u{00A0}%" }
