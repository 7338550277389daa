extension Stylesheet {
    /// Tables that are pictures: tiles that are read at a glance, and chains from an objective to its owner.
    static let tiles = """
        .tiles{border-collapse:separate;border-spacing:2px;inline-size:auto;min-inline-size:0}
        .tiles :is(th,td){border:0;padding:.3125rem .5rem;vertical-align:middle}
        .tiles thead th{white-space:normal;overflow-wrap:normal;vertical-align:bottom;padding-block-end:.375rem}
        .tiles thead th+th{text-align:center}.tiles thead .mark{display:block;margin:0 auto .25rem;inline-size:1rem;block-size:1rem}
        .tiles tbody th{position:sticky;inset-inline-start:0;z-index:1;inline-size:14rem;background:var(--bg);font-weight:400}
        .tiles tbody tr:hover{background:none}.tiles tbody tr:hover th{background:var(--s1)}
        .tiles td{min-inline-size:2rem;border:1px solid var(--line);border-radius:3px;text-align:center}
        .tiles :is(td.n,tfoot td){border:0;font-weight:600;text-align:end}.tiles tfoot th{position:sticky;inset-inline-start:0;background:var(--bg)}
        .tiles :is(.kok,.kacc,.kwarn,.kbad){font-weight:600}.tiles .knone{background:var(--s1);border-color:var(--edge);color:var(--ink2)}
        .tiles .kok{background:var(--ok-s);border-color:var(--ok);color:var(--ok)}.tiles .kacc{background:var(--acc-s);border-color:var(--acc);color:var(--acc)}
        .tiles .kwarn{background:var(--warn-s);border-color:var(--warn);color:var(--warn)}.tiles .kbad{background:var(--bad-s);border-color:var(--bad);color:var(--bad)}
        .tiles :is(.h0,.h1,.h2,.h3,.h4,.h5){border-color:var(--edge)}.tiles .h0{background:var(--h0)}.tiles .h1{background:var(--h1)}.tiles .h2{background:var(--h2)}.tiles .h3{background:var(--h3)}.tiles .h4{background:var(--h4)}.tiles .h5{background:var(--h5)}
        .tiles :is(.h1,.h2,.h3){color:#16202b}.tiles :is(.h4,.h5){color:#fff}
        .many thead th+th{writing-mode:vertical-rl;transform:rotate(180deg);max-block-size:11rem;text-align:start;padding:.375rem .25rem 0}
        .many thead .mark{display:inline-block;margin:0 0 .25rem;transform:rotate(180deg);vertical-align:middle}
        .many :is(th,td){padding-inline:.25rem}
        .brief td{font-size:0}
        .brief td[class]::before,.scroll:has(.brief)+.key li::before{content:"";display:inline-block;inline-size:.875rem;block-size:.875rem;vertical-align:middle;background:currentColor;forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .kok::before{clip-path:polygon(14% 44%,0 58%,36% 94%,100% 22%,86% 8%,36% 65%)}.kacc::before{clip-path:circle(32%)}
        .kwarn::before{clip-path:polygon(10% 0,90% 0,60% 50%,90% 100%,10% 100%,40% 50%)}
        .kbad::before{clip-path:polygon(38% 0,62% 0,58% 64%,52% 64%,52% 78%,62% 78%,62% 100%,38% 100%,38% 78%,48% 78%,48% 64%,42% 64%)}
        .brief .knone::before{visibility:hidden}.key .knone::before{border:1px solid;background:none!important}
        .chains{border-collapse:separate;border-spacing:.75rem .5rem;table-layout:fixed;inline-size:calc(100% + 1.5rem);min-inline-size:52rem;margin:0 -.75rem .5rem}
        .chains :is(th,td){position:relative;border:1px solid var(--line);border-radius:var(--r);padding:.5rem .625rem;background:var(--s1);vertical-align:middle}
        .chains thead th{border:0;background:none;padding-block:0}
        .chains thead th:first-child{inline-size:21%}
        .chains tbody th{border-color:var(--acc);background:var(--acc-s);font-weight:600}
        .chains tbody tr:hover{background:none}
        .chains small{display:block;color:var(--ink2)}
        .chains td::before{content:"";position:absolute;inset-inline-start:calc(-.75rem - 1px);inset-block-start:50%;inline-size:.75rem;border-block-start:2px solid var(--ink2)}
        .chains .hole{border:2px dashed var(--bad);background:var(--bad-s);color:var(--bad);font-weight:600;text-align:center}
        .chains :is(.hole,.hole+td)::before{border-block-start:2px dashed var(--bad)}
        .bars,.bars :is(tbody,tr,th,td){display:block}.bars{inline-size:100%;max-inline-size:27rem;min-inline-size:0;margin-block-end:.5rem}
        .bars thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        .bars :is(th,td){border:0;padding:0;unicode-bidi:normal;line-height:1.25}.bars tr{padding-block:.25rem}.bars tbody th{font-weight:600}
        .bars .mark{inline-size:1rem;block-size:1rem;vertical-align:-.125rem;margin-inline-end:.375rem}.bars .note{float:inline-end;color:var(--bad)}
        .gauge{block-size:.75rem;max-inline-size:70%;vertical-align:-.0625rem;margin-inline-end:.375rem;border:1px solid var(--ink);forced-color-adjust:none;print-color-adjust:exact}
        .gauge.c1{background:var(--c1)}.gauge.c2{background:var(--c2)}.gauge.c3{background:var(--c3)}.gauge.c4{background:var(--c4)}.gauge.c5{background:var(--c5)}.gauge.c6{background:var(--c6)}.gauge.c7{background:var(--c7)}.gauge.knone{background:var(--s1);border-color:var(--edge)}
        @media screen and (max-width:48rem){
        .scroll:has(.chains){overflow:visible}
        .chains{inline-size:100%;min-inline-size:0;margin:0}.chains,.chains :is(tbody,tr,th,td){display:block}
        .chains thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
        .chains tr{margin-block-end:1rem}
        .chains td{margin-inline-start:1rem;border:0;border-inline-start:3px solid var(--edge);border-radius:0;padding:.25rem;padding-inline-start:6.75rem;background:none}
        .chains td::before,.chains :is(.hole,.hole+td)::before{content:attr(data-l);position:static;float:inline-start;inline-size:6rem;margin-inline-start:-6rem;border:0;color:var(--ink2);font-weight:400}
        .chains .hole{border:0;border-inline-start:3px dashed var(--bad);background:none;text-align:-webkit-match-parent;text-align:match-parent}.chains small{display:inline;margin-inline-start:.5ch}
        .tiles tbody th{inline-size:auto;max-inline-size:8.5rem;min-inline-size:6.5rem}
        }
        .terse-key{display:none}
        @media print{
        .figure .tiles,.figure .chains{inline-size:auto;max-inline-size:100%;min-inline-size:0;table-layout:auto;margin:0}
        .figure .chains{inline-size:100%;table-layout:fixed;font-size:7.5pt;border-spacing:.2cm .1cm}.figure .chains :is(th,td){padding:.1cm}
        .chains td::before{inset-inline-start:calc(-.2cm - 1px);inline-size:.2cm}
        .figure:not(:has(details)){display:block}.bars{max-inline-size:none}.bars tbody{columns:2;column-gap:1cm}.bars tr{break-inside:avoid}
        .figure .tiles,.tiles thead th{font-size:8pt}.chains small{font-size:1em}
        .figure .tiles td{padding:.1rem}.tiles tbody th{position:static}
        .tiles td,.chains :is(th,td){print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }
        @media (forced-colors:active){.tiles :is(.h0,.h1,.h2,.h3,.h4,.h5){forced-color-adjust:none}.tiles td,.chains :is(th,td){border:1px solid}}

        """
}
