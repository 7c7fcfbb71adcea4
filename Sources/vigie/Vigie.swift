import ArgumentParser

@main
struct Vigie: ParsableCommand {}
