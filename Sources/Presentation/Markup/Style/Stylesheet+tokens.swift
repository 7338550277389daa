extension Stylesheet {
    /// Colours, type scale, spacing, and the elements of running text.
    static let tokens = """
        :root{color-scheme:light dark;
        --bg:light-dark(#fff,#11161c);--s1:light-dark(#f6f7f9,#1a2129);--s2:light-dark(#eceff3,#242d37);
        --ink:light-dark(#16202b,#e8edf2);--ink2:light-dark(#4a5766,#a9b4c0);
        --edge:light-dark(#7b8794,#7d8996);--line:light-dark(#d3d9e0,#34404c);
        --acc:light-dark(#1f5fbf,#8ab4f8);--acc2:light-dark(#174a96,#aecbfa);--on:light-dark(#fff,#0b1a30);
        --ok:light-dark(#1b6e3c,#7bd4a0);--warn:light-dark(#8a5a00,#f2c464);--bad:light-dark(#b3261e,#ff9d95);
        --acc-s:light-dark(#e9f0fb,#18283f);--ok-s:light-dark(#e6f3ea,#15291f);--warn-s:light-dark(#fbf1dc,#2f2716);--bad-s:light-dark(#fcebe9,#371e1d);
        --c1:#0072b2;--c2:#e69f00;--c3:#009e73;--c4:#cc79a7;--c5:#56b4e9;--c6:#d55e00;--c7:light-dark(#aab3bd,#66727f);
        --h0:light-dark(#fff,#1a2129);--h1:#f6f1dd;--h2:#f6d98b;--h3:#eda54a;--h4:#b84f1e;--h5:#7c2318;
        --f1:.8rem;--f2:.875rem;--f4:1.125rem;--f5:1.25rem;--f6:1.5625rem;--f7:1.953rem;--r:4px}
        :root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
        *,::before,::after{box-sizing:border-box}
        html{font:100%/1.5 system-ui,Inter,"Inter Variable","Noto Sans",sans-serif;scroll-padding-block:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--bg);color:var(--ink);overflow-wrap:anywhere}
        h1,h2,h3,h4{line-height:1.25;text-wrap:balance;margin:0}
        h1{font-size:var(--f7);letter-spacing:-.015em;margin-block-end:.5rem}
        h2{font-size:var(--f5);margin-block:2.5rem .75rem}
        h3{font-size:1rem;margin-block:1.5rem .5rem}
        p,ul,ol,dl,pre,blockquote{margin-block:0 1rem}
        p,li,dd{text-wrap:pretty}
        main p,main li{max-inline-size:70ch}
        :is(h1,h3,p)[dir=auto],th,td,caption{text-align:-webkit-match-parent;text-align:match-parent}
        .lead{font-size:var(--f4);max-inline-size:60ch;margin-block-end:1.5rem}
        .over{color:var(--ink2);font-size:var(--f2);font-weight:600;margin-block-end:.25rem}
        small,.small{font-size:var(--f2)}
        .quietly,.hint,.say{color:var(--ink2)}
        .num{font-variant-numeric:tabular-nums;white-space:nowrap}td time,dd time,.events time{white-space:nowrap}
        a{color:var(--acc);text-underline-offset:.15em;text-decoration-thickness:from-font}
        a:hover{color:var(--acc2);text-decoration-thickness:2px}
        a,button,input,select,textarea,summary,label,.scroll,[tabindex]{border-radius:var(--r)}
        :focus-visible{outline:3px solid var(--acc);outline-offset:2px}
        main:focus{outline:0}
        kbd{font:inherit;font-size:var(--f1);border:1px solid var(--edge);border-radius:3px;padding-inline:.3rem;color:var(--ink2)}
        code,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:var(--f2)}
        hr{border:0;border-block-start:1px solid var(--line);margin-block:2rem}
        [hidden]{display:none!important}
        .vh{position:absolute!important;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

        """

    /// Page shell: skip link, header, step navigation, content, footer.
    static let shell = """
        .skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;z-index:2;background:var(--acc);color:var(--on);padding:.625rem 1rem}
        .skip:focus{inset-block-start:.5rem;color:var(--on)}
        .bar{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;padding:.5rem max(1rem,50vw - 37rem)}
        .brand{display:inline-flex;align-items:center;gap:.5rem;min-block-size:2.75rem;font-weight:700;letter-spacing:-.01em;text-decoration:none;color:var(--ink)}
        .brand svg{inline-size:1.625rem;block-size:1.625rem}
        .where{margin-inline-end:auto;padding-inline-start:.75rem;border-inline-start:1px solid var(--line);color:var(--ink2)}
        .bar>a:not(.brand,.button){display:inline-flex;align-items:center;min-block-size:2.75rem;padding-inline:.5rem}
        .steps{background:var(--s1);border-block:1px solid var(--line)}
        .steps ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 .25rem;margin:0;padding:0 max(.5rem,50vw - 37.625rem)}
        .steps a{display:block;padding:.625rem;color:var(--ink);text-decoration:none;border-block:3px solid transparent}
        .steps a:hover{border-block-end-color:var(--edge)}
        .steps a[aria-current]{font-weight:600;color:var(--acc);border-block-end-color:var(--acc)}
        main{max-inline-size:76rem;margin-inline:auto;padding:2rem 1rem 4rem}
        main>section>h2:first-child{padding-block-start:1.5rem;border-block-start:1px solid var(--line)}
        .foot{border-block-start:1px solid var(--line);padding:1rem max(1rem,50vw - 37rem);color:var(--ink2);font-size:var(--f2)}
        .foot p{margin:0}
        .crumbs{font-size:var(--f2);margin-block-end:.75rem}
        .cover{border-block-end:3px solid var(--ink);padding-block-end:1.5rem;margin-block-end:2rem}
        .cover h1{font-size:2.441rem;max-inline-size:24ch}
        .cover+section>h2:first-child{border:0;padding:0;margin-block-start:0}
        .contents{columns:18rem;padding-inline-start:1.25rem}
        .contents li{break-inside:avoid;padding-block:.125rem}
        .grid2{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;align-items:start;margin-block-end:1.5rem}
        .grid2>.wide{grid-column:1/-1}

        """
}
