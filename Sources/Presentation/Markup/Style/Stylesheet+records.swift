extension Stylesheet {
    /// How records are listed, and what the report adds: its figures, gates and sources.
    static let records = """
        .claim{font-size:var(--f4);font-weight:600;max-inline-size:60ch;margin-block-end:.75rem}
        p.gate{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;color:var(--ink2)}
        @media screen and (min-width:56rem){.records td:has(>.tag){min-inline-size:8.5rem}}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1px;border:1px solid var(--line);border-radius:var(--r);overflow:hidden;margin-block-end:1.5rem}
        .figures>div{box-shadow:0 0 0 1px var(--line);padding:.75rem 1rem}
        .figures dt{color:var(--ink2);font-size:var(--f2)}.figures dd{margin:0;font-size:var(--f2);color:var(--ink2)}
        .figures b{display:block;color:var(--ink);font-size:var(--f7);line-height:1.25;font-variant-numeric:tabular-nums}.figures .dates{font-size:var(--f5);line-height:1.953}
        .records{inline-size:100%}
        .records td>a[href^=http]{overflow-wrap:anywhere}.cover~section>h2{font-size:var(--f6)}
        .records thead th{white-space:normal;overflow-wrap:normal}
        .records :is(p,ul){margin-block:0;max-inline-size:none}.records ul{padding-inline-start:1.125rem}
        .records .tags{display:flex;flex-wrap:wrap;gap:.25rem}
        .records .waits{font-size:var(--f2)}
        tr:has(+.note)>*{border-block-end:0;padding-block-end:.125rem}
        .note>td{padding-block-start:0;font-size:var(--f2)}
        .entries{display:grid;gap:0;margin-block-end:1rem;max-inline-size:64rem}
        .entry{border-block-start:1px solid var(--line);padding:.75rem 0}
        .entry h4{font-size:1rem;margin-block-end:.125rem}
        .line{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin:0}
        .line>div{display:flex;gap:.375rem;min-inline-size:0}.line dt{flex:none}
        .line dd{font-variant-numeric:tabular-nums}.line dt,.long dt{color:var(--ink2);font-size:var(--f2);line-height:1.714}
        .line dd,.long dd{margin:0}
        .long{margin:.25rem 0 0}
        .long>div{display:grid;grid-template-columns:minmax(0,9rem) 1fr;gap:0 .75rem}
        .long dd{max-inline-size:75ch}.long ul{margin:0;padding-inline-start:1.125rem}
        .finding h4{margin-block-end:.25rem;font-size:1rem}.finding>p,.finding>ul{margin-block-end:.5rem}
        .records tr:has(:target),.entry:target{background:var(--acc-s)}
        @media screen and (max-width:56rem){
        .records,.records :is(tbody,tr,th,td){display:block}
        .records thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        .records tr{border-block-end:1px solid var(--line);padding-block:.5rem}
        .records tr:has(+.note){border:0;padding-block-end:0}.records .note{padding-block-start:0}
        .records :is(th,td){border:0;padding:.0625rem 0;text-align:-webkit-match-parent;text-align:match-parent}.records td:empty{display:none}
        .records tbody th{font-weight:600}
        .records td.s:not(:empty)::before{content:"Sources"}.records td:is([data-l],.s:not(:empty)){display:flow-root;padding-inline-start:7.5rem}
        .records td[data-l]::before{content:attr(data-l);white-space:normal}.records td:is([data-l],.s:not(:empty))::before{float:inline-start;inline-size:7rem;margin-inline-start:-7.5rem;color:var(--ink2);font-size:var(--f2)}
        .long>div{grid-template-columns:1fr}
        }
        .grid2:has(>.figure:nth-child(3)){display:block;columns:2 26rem;column-gap:1rem}
        .grid2:has(>.figure:nth-child(3))>.figure{break-inside:avoid;margin-block-end:1rem}.grid2:has(>.figure:nth-child(3))>.wide{column-span:all;margin-block:1rem}
        @media (min-width:60rem){@supports selector(::details-content){
        .grid2>.figure:only-child:not(.wide){display:grid;grid-template-columns:minmax(0,27rem) 1fr;gap:0 2rem}
        .grid2>.figure:only-child:not(.wide)>:is(figcaption,.key){grid-column:1/-1}
        .grid2>.figure:only-child:not(.wide) summary{display:none}
        .grid2>.figure:only-child:not(.wide) details::details-content{content-visibility:visible;block-size:auto}
        }}
        @media print{
        .grid2:has(>.figure:nth-child(3)){columns:auto}.grid2:has(>.figure:nth-child(3))>.figure{break-inside:auto}
        :is(.records,.chains) tbody tr:nth-child(-n+2){break-before:avoid}p.gate{break-after:avoid}.records tr:has(ul){break-inside:auto}.records td:has(>.tag){min-inline-size:3.2cm}.records td:has(>a[href^=http]){min-inline-size:7cm}
        .entry,.figures>div{break-inside:avoid}tr:has(+.note){break-after:avoid}
        .records{font-size:9.5pt}.records :is(th,td){padding:.12cm .2cm}
        .line dt,.long dt{font-size:9pt}.entry{padding:.2cm 0}
        .hint{font-size:9pt;margin-block-end:.15cm;break-after:avoid}
        .records a[href^=http]::after{content:none}
        }

        """
}
