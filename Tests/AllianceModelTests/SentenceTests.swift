import Testing

@testable import AllianceModel

@Test(arguments: [
    ("Waiting for Northern Coalition..", "Waiting for Northern Coalition."), ("One stop.", "One stop."),
    ("And so on...", "And so on..."), ("", ""),
]) func aSentenceEndsOnce(sentence: String, expected: String) {
    #expect(sentence.withOneFullStop == expected)
}
