import Foundation

extension String {
    /// Unicode's composed form (NFC), so that "é" is the same however it was typed. Swift's own library does not offer it.
    var composed: String { precomposedStringWithCanonicalMapping }
}
