extension Stylesheet {
    /// Figures and what is drawn in them.
    static let charts = """
        figure{margin:0 0 1rem;min-inline-size:0}
        .figure{border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem .5rem;background:var(--bg)}
        figcaption{margin-block-end:.75rem}
        figcaption :is(h3,strong){display:block;margin:0 0 .125rem;font-size:1rem;font-weight:600}
        .grid2>.figure,.grid2>.card{margin:0}
        .figure details{margin:.5rem 0 0;overflow-x:auto}
        .figure table{font-size:var(--f2);min-inline-size:0}.figure :is(th,td){padding:.25rem .625rem}
        .figure .key{margin-block-end:.5rem;font-size:var(--f2)}
        .chart{display:block;inline-size:100%;max-inline-size:27rem;block-size:auto;direction:ltr}
        .chart.wide{min-inline-size:42rem;max-inline-size:56rem}.narrow{display:none}
        .chart text{font:13px system-ui,Inter,"Inter Variable","Noto Sans",sans-serif;fill:var(--ink);unicode-bidi:plaintext;font-variant-numeric:tabular-nums}
        .chart .muted{fill:var(--ink2)}.chart .b{font-weight:600}
        .chart .tbad{fill:var(--bad);font-weight:600}.chart .tok{fill:var(--ok);font-weight:600}.chart .tacc{fill:var(--acc);font-weight:600}.chart .twarn{fill:var(--warn);font-weight:600}
        .g{stroke:var(--line);fill:none}.ax{stroke:var(--edge);stroke-width:1.5;fill:none}.rg{stroke:var(--edge);stroke-width:3;fill:none;stroke-linecap:round}
        .now{stroke:var(--bad);stroke-width:2;stroke-dasharray:4 3;fill:none}.front{stroke:var(--ink2);stroke-width:2;stroke-dasharray:6 4;fill:none}
        .ref{stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2 3;fill:none}.tie{stroke:var(--edge);fill:none}.gap{stroke:var(--bad);stroke-width:2;stroke-dasharray:5 4;fill:none}
        .dep{stroke:var(--ink2);fill:none}.tip{fill:var(--ink2)}.cut{stroke:var(--bg);stroke-width:3;paint-order:stroke;stroke-linejoin:round}
        .zone{fill:var(--ok-s)}.band{fill:var(--s1)}.cell{fill:var(--s1);stroke:var(--line)}
        .base{fill:none;stroke:var(--ink2);stroke-width:2}.curve{fill:none;stroke:var(--c1);stroke-width:2.5;stroke-linejoin:round}.area{fill:var(--acc-s)}
        .c1,.c2,.c3,.c4,.c5,.c6,.c7{stroke:var(--ink);stroke-width:1}
        .c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}.c6{fill:var(--c6)}.c7{fill:var(--c7)}
        .l1{stroke:var(--c1)}.l2{stroke:var(--c2)}.l3{stroke:var(--c3)}.l4{stroke:var(--c4)}.l5{stroke:var(--c5)}.l6{stroke:var(--c6)}.l7{stroke:var(--c7)}
        .chart [class^=l]{fill:none;stroke-width:2.5;stroke-linejoin:round}
        .c1.crit,.c2.crit,.c3.crit,.c4.crit,.c5.crit,.c6.crit,.c7.crit{stroke-width:3}.hatch{stroke:var(--edge);stroke-width:1}.hl{stroke:var(--edge);stroke-width:1.25}
        .q1,.q2,.q3,.q4,.q5{fill:var(--c1);stroke:var(--ink)}.q2{fill-opacity:.68}.q3{fill-opacity:.42}.q4{fill-opacity:.22}.q5{fill-opacity:.06}
        .h0,.h1,.h2,.h3,.h4,.h5{stroke:var(--edge)}.h0{fill:var(--h0)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}.h5{fill:var(--h5)}
        .chart :is(.t1,.t2,.t3){fill:#16202b}.chart :is(.t4,.t5){fill:#fff}
        .knone{fill:var(--s1);stroke:var(--edge)}

        """

    /// Narrow screens, motion, forced colours, print.
    static let adaptations = """
        @media screen and (max-width:40rem){.scroll:has(+.narrow){display:none}.narrow{display:block}.finding dl{grid-template-columns:1fr;gap:0}.finding dd{margin-block-end:.5rem}h1{font-size:var(--f6)}.cover h1{font-size:var(--f7)}main{padding:1.25rem .75rem 3rem}.card{padding-inline:.875rem}.figure{padding:.75rem .625rem .25rem}.bar{padding-inline:.75rem}.facts>div{grid-template-columns:1fr auto}.facts dt{grid-column:1/-1}.steps a{padding:.625rem .5rem}.where{max-inline-size:50vw}}
        @view-transition{navigation:auto}
        @media (prefers-reduced-motion:reduce){@view-transition{navigation:none}*,::before,::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
        @media (forced-colors:active){.c1,.c2,.c3,.c4,.c5,.c6,.c7,.h0,.h1,.h2,.h3,.h4,.h5,.q1,.q2,.q3,.q4,.q5,.chart [class^=l]{forced-color-adjust:none}.chart text{fill:CanvasText}.chart :is(.t1,.t2,.t3,.t4,.t5){forced-color-adjust:none}.button,button,.tag,.banner,.card,.figure{border:2px solid}.steps a:not([aria-current]){border-color:Canvas}.steps a[aria-current],[role=option][aria-selected=true]{outline:2px solid;text-decoration:underline}}
        @page{size:A4;margin:16mm 16mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}
        @media print{
        :root,:root[data-theme]{color-scheme:light;--ink:#000;--ink2:#333;font-size:10.5pt}
        .skip,.steps,.bar,.foot,.actions,.news,.crumbs,.what,dialog,[popover],:not(main)>form,button,.button,summary,.no-print{display:none!important}
        main{max-inline-size:none;padding:0}main p,main li{max-inline-size:none}
        .chart,figcaption,.card,.finding,tr,li,dt,.facts>div,.fence{break-inside:avoid}
        h1,h2,h3,h4,.lead,figcaption,caption,thead{break-after:avoid}
        .page{break-before:page}
        .grid2{display:block}.grid2>.figure{margin-block-end:.5cm}
        .figure{display:grid;grid-template-columns:9cm minmax(0,1fr);gap:0 .6cm;padding:.3cm .4cm}
        .figure.wide{display:block}
        .figure>:is(figcaption,.key){grid-column:1/-1}
        .chart{max-inline-size:9cm}.chart.wide{min-inline-size:0;max-inline-size:17cm}
        .scroll,.figure details{overflow:visible}
        .figure:has(thead th:nth-child(4)){display:block}.figure table{inline-size:100%;font-size:8.5pt}.figure :is(th,td){white-space:normal;padding:.1rem .4rem}
        .figure table:has(th:nth-child(8)){table-layout:fixed;font-size:6.5pt}.figure tr:has(:nth-child(8)){>*{padding:.03cm}th:first-child{inline-size:3cm}th+th{writing-mode:vertical-rl;transform:rotate(180deg);max-block-size:3.5cm;border:0}}
        details::details-content{content-visibility:visible;block-size:auto}
        a{color:inherit}main a[href^=http]::after{content:" (" attr(href) ")";font-size:8pt}
        .chart,.tag,.banner,.fence,.h0,.key svg,.org svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }

        """
}
