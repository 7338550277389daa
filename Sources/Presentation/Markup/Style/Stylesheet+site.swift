extension Stylesheet {
    /// The sheet of the server's pages: the common rules and those that the report does not need.
    public static let siteText = text + collaboration + site + pictures

    /// What only the server's pages have: search, crumbs, forms in a line, rows of parts, the columns of the overview.
    static let site = """
        .find{display:flex;gap:.25rem}.find button{min-block-size:2.25rem;flex:none;overflow-wrap:normal}.find input{inline-size:9rem;min-block-size:2.25rem;padding:.25rem .625rem;background:var(--s1);border-color:var(--line)}
        .find input:focus{background:var(--bg);border-color:var(--edge)}
        .bar kbd{margin-inline-start:.375rem}
        .bar .go{min-block-size:2.25rem;padding:.25rem .625rem;font-size:var(--f2);color:var(--ink2);background:var(--s1);border-color:var(--line);font-weight:400}
        @media screen and (min-width:40.01rem){.where{flex:1 1 8rem;min-inline-size:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}}
        .where a{color:var(--ink);font-weight:600;text-decoration:none}.where a:hover{text-decoration:underline}
        .news{font-weight:600;text-decoration:none;position:relative}.news:hover{background:var(--acc);color:var(--on)}
        .crumbs ol,.places,.plain,.checks,.hits{list-style:none;padding:0;margin:0}
        .crumbs ol{display:flex;flex-wrap:wrap;gap:.25rem}.crumbs li+li::before{content:"/";margin-inline-end:.25rem;color:var(--ink2)}
        .crumbs a{display:inline-block;padding-block:.125rem}
        .places{display:flex;flex-wrap:wrap;gap:0 1.5rem}.places a{display:inline-block;padding-block:.375rem}.places [aria-current]{font-weight:700;color:var(--ink)}
        .inline{display:inline-flex;margin:0}
        .preferences:has([name=method][value=rank]:checked) .by-points,.preferences:has([name=method][value=points]:checked) .by-rank{display:none}
        .worth-row,.worth-pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,14rem);gap:0 1.5rem;align-items:center;border-block-start:1px solid var(--line);padding-block:.5rem}
        .worth-row .field{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1rem;align-items:center;margin:0}.worth-row .field>label{font-weight:400;margin:0}.worth-row .error{grid-column:1/-1}.worth-row .unit input{inline-size:6rem}
        .worth-pair{grid-template-columns:repeat(2,minmax(0,12rem)) minmax(0,14rem);align-items:end}.worth-pair .field{margin:0}.worth-pair .field>label{font-weight:400}.worth-pair meter{margin-block-end:1.125rem}.worth-pair .unit input{inline-size:6rem}.worth::-webkit-meter-optimum-value{background:var(--acc)}
        .notice{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;padding-block:.5rem}.notice p{margin:0}
        @media (min-width:56.01rem),print{.records{inline-size:fit-content}}
        .records td::before{white-space:normal}.more-rows{margin-block-start:.5rem}
        .scroll{position:relative}
        td meter{inline-size:min(9rem,100% - 2.5rem)}
        .finding dd ul{padding-inline-start:1.125rem;margin:0}
        main .finding :is(p,li){max-inline-size:none}
        .actions .inline,.actions a{margin:0}
        .danger-link{color:var(--bad)}
        .lock::before{content:"";inline-size:.75rem;block-size:.875rem;border:2px solid var(--warn);border-radius:2px;background:linear-gradient(var(--warn),var(--warn)) 50% 60%/2px 5px no-repeat}
        .columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 3rem;align-items:start}
        .columns section>h2:first-child{margin-block-start:1.5rem}
        .columns .tasks li{max-inline-size:none}
        .what-for{display:block}.what-for .tag{margin-inline-end:.25rem}
        .tasks .actions{margin:0}.tasks.registers li{grid-template-columns:minmax(12rem,1fr) auto}.registers .small{display:block}.registers .actions{gap:0 1.25rem}.registers .actions a{padding-block:.25rem}.registers .lock::before{display:inline-block;margin-inline-end:.375rem;vertical-align:-.125rem}
        .gate-row{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:baseline;margin-block-end:1.5rem}.gate-row>*{margin:0}.gate[open]{flex-basis:100%}
        .gate summary{color:var(--ink);padding-inline:0}.gate[open] summary{margin-block-end:.5rem}
        main .checks li{padding-block:.375rem;border-block-start:1px solid var(--line);max-inline-size:none}
        main .order-of{margin-block-end:.25rem}main .order{margin-block-end:1.5rem}main .order li{padding-block:.25rem}
        main .plain li{padding-block:.5rem;border-block-end:1px solid var(--line)}
        main .hits li{padding-block:.75rem;border-block-end:1px solid var(--line)}.hits p{margin:0}
        .big-find{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin-block-end:1.5rem}.big-find label{inline-size:100%;font-weight:600}.big-find input{flex:1 1 16rem}
        .rows{list-style:none;padding:0;display:grid;gap:.75rem}
        main .row{max-inline-size:56rem}
        .row fieldset{border:1px solid var(--line);border-radius:var(--r);padding:.5rem 1rem .75rem;margin:0;min-inline-size:0}
        .row legend{color:var(--ink2);font-size:var(--f2);padding-inline:.25rem}
        .parts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:0 1.25rem;align-items:start}
        .parts .field{margin-block-end:.75rem}.parts .field>label{font-weight:500;font-size:var(--f2)}.parts .hint{font-size:var(--f2)}
        .parts textarea{min-block-size:4.5rem}
        .choices.many{max-block-size:18rem;overflow-y:auto;border:1px solid var(--line);border-radius:var(--r);padding:.25rem .75rem;max-inline-size:36rem}
        p:has(>.secret){display:flex;flex-wrap:wrap;gap:.5rem}.secret{flex:1 1 20rem;font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:1rem;max-inline-size:44rem}mark{background:var(--warn-s);color:inherit}
        .hash{overflow-wrap:anywhere}.quietly>code{white-space:nowrap}pre{overflow-x:auto;padding:.75rem 1rem;background:var(--s1);border-radius:var(--r)}
        .fence .facts,.fence .facts>div{border-color:color-mix(in srgb,var(--warn) 35%,transparent)}
        .fence table tr:hover{background:transparent}
        .facts ul{padding-inline-start:1.125rem;margin:0}.facts dd{min-inline-size:0}
        .thread .own{border-color:var(--warn)}
        .tips{color:var(--ink2)}
        .card progress{display:block;margin-block-end:.25rem}
        .card h3 a{text-decoration:none}.card h3 a:hover{text-decoration:underline}
        .over+h1{max-inline-size:44ch}.events a,.hits a{text-decoration:none}.events a:hover,.hits a:hover{text-decoration:underline}.events .more{padding-block:.25rem}.events details{margin:0}:is(.events,.thread) time{direction:ltr;unicode-bidi:isolate}.events form{margin-block-start:.375rem}.events p+p{margin-block-start:.25rem}
        dialog.palette{padding:.75rem;margin-block-start:12vh}.palette input{max-inline-size:none;border-width:2px}
        .palette [role=option]{display:flex;gap:.75rem;justify-content:space-between;cursor:pointer}.palette [role=option] span+span{color:var(--ink2);font-size:var(--f2);white-space:nowrap}
        .keys{columns:14rem;column-gap:2rem;margin:0 0 1rem}.keys>div{display:flex;gap:.75rem;padding-block:.1875rem;break-inside:avoid}.keys dt{min-inline-size:4rem;white-space:nowrap}.keys dd{margin:0}
        @media (max-width:52rem){.columns{grid-template-columns:1fr}}
        @media (min-width:60rem){.grid2>.figure:only-child:not(.wide):has(.tiles){grid-template-columns:fit-content(44rem) minmax(16rem,1fr)}}
        @media screen and (max-width:40rem){.fence{padding-inline:.5rem}.fence .figure{padding-inline:.375rem}.worth-row,.worth-pair{grid-template-columns:minmax(0,1fr)}.worth-pair{grid-template-columns:repeat(2,minmax(0,1fr))}:is(.worth-row,.worth-pair) meter{display:none}.bar .go,.bar kbd{display:none}.bar>a:not(.brand,.button){padding-inline:.25rem;font-size:var(--f2)}.where:empty{display:none}.bar{column-gap:.5rem;justify-content:flex-end}.where:not(:empty){order:1;flex:1 1 60%;max-inline-size:none;padding:0 0 .25rem;border:0}.where:not(:empty)~a:last-of-type{order:1}.brand{margin-inline-end:auto}main .tasks li:has(.what-for){grid-template-columns:1fr;gap:.375rem}.what-for+a{justify-self:start}.tasks.registers li{gap:.5rem}.choices.row{display:block}.bar search{order:2;flex:1 1 100%}.find input{inline-size:100%;max-inline-size:none}.steps ol{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:thin}.steps a{white-space:nowrap}.steps ol{scroll-padding-inline:4.5rem}.steps a[aria-current]{scroll-initial-target:nearest}main .tasks.registers li{grid-template-columns:1fr}}
        @media print{main>section:not(:has(>:not(h2,.lead,form,.problem,.actions))){display:none}.finding:has(li:nth-child(5)),.events>li:has(.more){break-inside:auto}.finding:has(li:nth-child(5)) dl{display:block}.columns{display:block}.gate>summary{display:block!important}.notice,.next,.to-findings,search,.registers,#unused,#talks,#more,.ways{display:none!important}}

        """
}
