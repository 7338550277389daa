# The two commands of a newcomer: `make demo` and `make test`. CONTRIBUTING.md tells the rest.

packages := libyaml-dev libexpat1-dev libsqlite3-dev
test-packages := $(packages) python3 git
program := .build/release/entente

.PHONY: demo build test lint format bench bench-bargaining clean

demo: build
	@mkdir -p demo
	@$(program) check Examples/opendreamkit.yaml --on 2015-01-14 || test $$? -eq 1
	@$(program) report Examples/opendreamkit.yaml --on 2015-01-14 --output demo/opendreamkit.html

build: toolchain
	@Scripts/install $(packages)
	swift build --configuration release --product entente

test: toolchain
	@Scripts/install $(test-packages)
	@$(MAKE) --no-print-directory lint
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	Scripts/check-floors

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

bench: build
	Benchmarks/run

bench-bargaining: build
	Benchmarks/bargaining/run

toolchain:
	@Scripts/require-swift

clean:
	rm -rf .build demo
