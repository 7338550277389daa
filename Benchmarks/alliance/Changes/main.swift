import AllianceModel
import Foundation
import Interchange

// How many changes a second an alliance takes: makes those of an alliance file again and again, each time from nothing.
// Prints one JSON object with the best and the median of seven rounds.

let path = CommandLine.arguments.dropFirst().first ?? ""
guard let data = FileManager.default.contents(atPath: path) else {
    FileHandle.standardError.write(Data("\(path): there is no such file. Name an alliance file.\n".utf8))
    exit(2)
}
let moment = Moment(seconds: 0)
let reading = AllianceFile.read(Array(data), at: moment)
guard reading.problems.isEmpty, !reading.changes.isEmpty else {
    FileHandle.standardError.write(Data("\(path) has problems. Run entente check on it.\n".utf8))
    exit(2)
}
let clock = ContinuousClock()
var rounds: [Double] = []
for _ in 0..<7 {
    var alliance = Alliance()
    let time = try clock.measure {
        for change in reading.changes { try alliance.apply(change, by: .founder, at: moment) }
    }
    guard alliance == reading.alliance else {
        FileHandle.standardError.write(Data("The changes led to another alliance than the file.\n".utf8))
        exit(1)
    }
    rounds.append(time / .seconds(1))
}
rounds.sort()
let count = Double(reading.changes.count)
print(
    "{\"changes\": \(reading.changes.count), \"bestPerSecond\": \(Int(count / rounds[0])), \"medianPerSecond\": \(Int(count / rounds[3]))}"
)
