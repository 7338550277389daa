/// Base 16 in lower case.
enum Hexadecimal {
    static func encode(_ byte: UInt8) -> [UInt8] { [digit(byte >> 4), digit(byte & 15)] }

    static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in bytes {
            output.append(digit(byte >> 4))
            output.append(digit(byte & 15))
        }
    }

    /// The value of a digit, or nil; upper case only where asked for, so that a hash has one spelling.
    static func value(_ digit: UInt8, uppercase: Bool = false) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        case 0x41...0x46 where uppercase: digit - 0x37
        default: nil
        }
    }

    /// The bytes that lower-case digits spell; nil for an odd number of digits or anything else.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 2)
        var high: UInt8?
        for digit in text {
            guard let value = value(digit) else { return nil }
            if let first = high {
                output.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return output
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
