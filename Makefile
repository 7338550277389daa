# The two commands of a newcomer: `make demo` and `make test`. CONTRIBUTING.md tells the rest.

packages := libyaml-dev libexpat1-dev libsqlite3-dev zlib1g-dev
test-packages := $(packages) python3 python3-venv git chromium fonts-noto-core openssl
bench-packages := python3 hey nghttp2-client wrk
program := .build/release/entente

.PHONY: demo build test browser-test lint format bench bench-bargaining bench-peer deb clean

demo: build
	@$(program) demo --data demo/data --port 8080

build: toolchain
	@Scripts/install $(packages)
	swift build --configuration release --product entente

test: toolchain
	@Scripts/install $(test-packages)
	@$(MAKE) --no-print-directory lint
	swift build --build-tests
	swift test --skip-build
	Tests/Faults/kill
	@$(MAKE) --no-print-directory browser-test

# Drives the site in Chromium as its users do; screenshots go to .build/screenshots.
browser-test: .venv/browser
	.venv/bin/pytest -q -p no:cacheprovider Tests/Browser

.venv/browser: Tests/Browser/requirements.txt
	python3 -m venv .venv
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 .venv/bin/pip install --quiet --requirement Tests/Browser/requirements.txt
	@touch .venv/browser

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	Scripts/check-floors
	Scripts/draw-architecture --check

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

bench: build
	@Scripts/install $(bench-packages)
	ENTENTE_TOOLS=1 swift build --configuration release --product ChangeBenchmark
	Benchmarks/run
	swift build --configuration release --product entente --static-swift-stdlib --scratch-path .build/static
	Benchmarks/web/run

# The same measures of Redmine, from Debian's packages.
bench-peer: build
	@Scripts/install $(bench-packages)
	Benchmarks/peer/run

deb: toolchain
	@Scripts/install $(packages) dpkg-dev
	Packaging/make-deb

bench-bargaining: build
	Benchmarks/bargaining/run

toolchain:
	@Scripts/require-swift

clean:
	rm -rf .build demo
