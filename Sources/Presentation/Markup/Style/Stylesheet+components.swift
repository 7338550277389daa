extension Stylesheet {
    /// Task list, tags, banners, tables, summary list, cards of findings, private fence, empty state.
    static let components = """
        .tasks{list-style:none;padding:0;border-block-start:1px solid var(--line)}
        main .tasks li{display:grid;grid-template-columns:1fr auto;gap:0 1rem;align-items:center;max-inline-size:none;padding:.75rem .25rem;border-block-end:1px solid var(--line)}
        .tasks p{grid-column:1/-1;margin:0;color:var(--ink2);font-size:var(--f2)}
        .tasks li:hover{background:var(--s1)}
        .tag{display:inline-flex;align-items:center;gap:.375rem;padding:.0625rem .5rem;border-radius:var(--r);font-size:var(--f2);font-weight:600;background:var(--s2);color:var(--ink2);overflow-wrap:normal}
        .tag svg{flex:none;inline-size:.75rem;block-size:.75rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .tag.ok{background:var(--ok-s);color:var(--ok)}.tag.acc{background:var(--acc-s);color:var(--acc)}
        .tag.warn{background:var(--warn-s);color:var(--warn)}.tag.bad{background:var(--bad-s);color:var(--bad)}
        .banner{border:1px solid var(--acc);border-inline-start-width:6px;border-radius:var(--r);background:var(--acc-s);padding:.75rem 1rem;margin-block:0 1.5rem}
        .banner>:last-child{margin-block-end:0}main .banner p{max-inline-size:none}
        .banner.ok{border-color:var(--ok);background:var(--ok-s)}.banner.warn{border-color:var(--warn);background:var(--warn-s)}
        .next{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center;justify-content:space-between}
        .next p{margin:0;flex:1 1 20rem}
        .news{display:block;inline-size:fit-content;margin:0 auto 1rem;padding:.5rem 1rem;border:1px solid var(--acc);border-radius:2rem;background:var(--acc-s)}
        .card{border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;margin-block-end:1rem;background:var(--bg)}
        .card>:last-child{margin-block-end:0}.tasks,.facts,.finding,.fence,.empty,.group,.problem{max-inline-size:56rem}
        .card h3{margin-block-start:0}
        .finding{border-inline-start:6px solid var(--edge)}
        .finding.bad{border-inline-start-color:var(--bad)}.finding.warn{border-inline-start-color:var(--warn)}.finding.acc{border-inline-start-color:var(--acc)}.finding.ok{border-inline-start-color:var(--ok)}
        .finding .tag{margin-inline-end:.5rem}
        .finding dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem;margin:0}
        .finding dt{color:var(--ink2)}.finding dd{margin:0}
        .scroll{overflow-x:auto;max-inline-size:100%}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;inline-size:fit-content;min-inline-size:min(100%,30rem);margin-block-end:1rem}
        caption{font-weight:600;padding-block-end:.5rem}
        th,td{padding:.5rem .75rem;border-block-end:1px solid var(--line);vertical-align:top;overflow-wrap:break-word;unicode-bidi:plaintext}
        thead th{border-block-end:2px solid var(--edge);font-size:var(--f2);color:var(--ink2);vertical-align:bottom;white-space:nowrap}
        thead a{color:inherit}
        tbody th{font-weight:500;min-inline-size:8rem}
        tfoot th,tfoot td{border-block:2px solid var(--edge) 0;font-weight:600}
        tbody tr:hover{background:var(--s1)}
        th.n,td.n{text-align:end;white-space:nowrap}
        .facts{margin:0 0 1.5rem;border-block-start:1px solid var(--line)}
        .facts>div{display:grid;grid-template-columns:minmax(0,13rem) 1fr auto;gap:.25rem 1rem;padding:.625rem .25rem;border-block-end:1px solid var(--line)}
        .facts dt{font-weight:600}.facts dd{margin:0}.facts dd:nth-of-type(2){text-align:end}
        details{margin-block-end:1rem}
        summary{inline-size:fit-content;padding:.375rem .25rem;color:var(--acc);cursor:pointer}
        summary:hover{color:var(--acc2);text-decoration:underline}
        .more{border-inline-start:4px solid var(--line);padding-inline-start:1rem}
        .fence{position:relative;border:2px dashed var(--warn);border-radius:var(--r);background:var(--warn-s);padding:1rem 1.25rem;margin-block-end:1.5rem}
        .fence>header{display:flex;align-items:center;gap:.5rem;margin-block-end:.75rem;color:var(--warn);font-size:var(--f2);font-weight:600}
        .fence>header svg{flex:none;inline-size:1rem;block-size:1rem;fill:none;stroke:currentColor;stroke-width:1.75}
        .fence>:last-child{margin-block-end:0}
        .fence :is(.hint,.say){color:var(--ink)}
        .empty{border:2px dashed var(--line);border-radius:var(--r);padding:2rem 1.5rem;margin-block-end:1.5rem;text-align:center}
        .empty p{margin-inline:auto}.empty .actions{justify-content:center;margin-block:1rem 0}
        progress,meter{inline-size:100%;max-inline-size:24rem;block-size:.75rem;accent-color:var(--acc);vertical-align:middle}
        .key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin-block-end:1rem}
        .key li,.org{display:inline-flex;align-items:center;gap:.375rem}
        .key svg,.org svg{flex:none;inline-size:1rem;block-size:1rem}

        """

    /// Changes in texts, comments, approvals, events: on the pages of the site alone.
    static let collaboration = """
        ins{text-decoration:underline;text-decoration-thickness:2px;background:var(--ok-s)}del{background:var(--bad-s)}
        .thread{list-style:none;padding:0}
        main .thread>li{border-inline-start:3px solid var(--line);padding-block:.25rem;padding-inline-start:1rem;margin-block-end:1rem}
        .thread header,.events header{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline}
        .thread time,.events time{color:var(--ink2);font-size:var(--f2)}
        .thread p{margin:0}
        .approvals{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0}
        .approvals li{display:flex;align-items:center;gap:.5rem;border:1px solid var(--line);border-radius:var(--r);padding:.375rem .625rem}
        .events{list-style:none;padding:0;margin-inline-start:.375rem}
        main .events>li{position:relative;border-inline-start:2px solid var(--line);padding-block-end:1.25rem;padding-inline-start:1.25rem}
        .events>li::before{content:"";position:absolute;inset-inline-start:-.4375rem;inset-block-start:.4rem;inline-size:.75rem;block-size:.75rem;border:2px solid var(--acc);border-radius:50%;background:var(--bg)}
        .events p{margin:0}

        """
}
