/// Which organisations approved the present version.
public func approvalStrip(_ approvals: [(party: Party, status: Status)]) -> HTML {
    "<ul class=\"approvals\">\(each: approvals, { "<li>\(organisation($0.party))\(statusTag($0.status))</li>" as HTML })</ul>"
}
