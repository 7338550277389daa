extension Stylesheet {
    /// How the site's pictures fit a phone and paper, and which of them one organisation alone sees. On a phone the tiles of a row
    /// stand below its name, with symbols in place of words.
    static let pictures = """
        .figure.own{border:2px dashed var(--warn)}figcaption>.tag{display:flex;inline-size:fit-content;margin-block:.25rem}
        @media print{.tiles:not(:has(tbody tr:nth-child(16))),.hint{break-inside:avoid}.fence:not(:has(>:not(header,form,.problem))){display:none}}
        @media screen and (min-width:40.01rem){.tiles:not(.many) thead th+th{inline-size:7rem}}
        @media screen and (max-width:40rem){
        .terse-key{display:flex}
        .scroll:has(.stack){overflow:visible}.stack,.stack :is(thead,tbody,tfoot){display:block;inline-size:100%}.stack tr{display:flex;gap:2px;align-items:end}.stack :is(tbody,tfoot) tr{flex-wrap:wrap;align-items:stretch}
        .stack thead th:first-child{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        .stack :is(tbody,tfoot) th{position:static;flex:0 0 100%;max-inline-size:none;padding:.5rem 0 0}
        .stack :is(td,thead th+th){flex:1 1 0;min-width:0;min-height:0;padding-inline:0}.stack td{min-block-size:1.75rem;margin-block-end:2px}.stack thead th+th{overflow-wrap:anywhere}
        .stack:has(th:nth-child(5)) thead th+th{writing-mode:vertical-rl;transform:rotate(180deg);max-block-size:none;max-height:11rem;text-align:start;display:flex;align-items:center;padding:.25rem 0 0;line-height:1.1;font-size:var(--f1)}
        .stack.many:has(th:nth-child(5)) thead th+th{display:block;max-height:13rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
        .stack:has(th:nth-child(5)) thead .mark{display:inline-block;margin:0 0 .25rem;transform:rotate(180deg);flex:none}
        .terse td{font-size:0}.terse .knone::before{visibility:hidden}.scroll:has(.terse)+.key .knone::before{border:1px solid;background:none!important}
        .terse td[class]::before,.scroll:has(.terse)+.key li::before{content:"";display:inline-block;inline-size:.875rem;block-size:.875rem;vertical-align:middle;background:currentColor;forced-color-adjust:none}
        }

        """
}
