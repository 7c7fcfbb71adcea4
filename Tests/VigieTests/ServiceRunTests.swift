import Foundation
import Glibc
import Testing

/// What the agent tells systemd, received on a socket as systemd has one.
@Suite struct ServiceRunTests {
    /// A datagram socket bound to a path.
    private final class Manager {
        let path: String
        private let number: Int32
        private var received: [String] = []

        init(_ path: String) throws {
            self.path = path
            number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
            let number = self.number
            let bound = unsafe withUnsafePointer(to: &address) { place in
                unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                    unsafe bind(number, place, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            guard bound == 0 else { throw POSIXError(.EADDRINUSE) }
            var time = timeval(tv_sec: 20, tv_usec: 0)
            let size = socklen_t(MemoryLayout<timeval>.size)
            unsafe setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        }

        deinit { close(number) }

        /// The next datagram; nil after 20 seconds without one.
        func next() -> String? {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let capacity = bytes.count
            let number = self.number
            let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(number, $0.baseAddress, capacity, 0) }
            return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
        }

        /// The next one that is no sign of life.
        func nextOther() -> String? {
            while let text = next() { if text != "WATCHDOG=1" { return text } }
            return nil
        }
    }

    @Test func `the service manager hears ready, signs of life, reloading and stopping, in this order`() throws {
        let sandbox = try Sandbox()
        let manager = try Manager(sandbox.home.path + "/notify.socket")
        let agent = sandbox.process(["run"])
        agent.environment = ProcessInfo.processInfo.environment.merging([
            "NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "100000",
        ]) { $1 }
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        #expect(manager.next() == "READY=1")
        #expect([manager.next(), manager.next(), manager.next()] == ["WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1"])
        kill(agent.processIdentifier, SIGHUP)
        #expect(manager.nextOther()?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(manager.nextOther() == "READY=1")
        agent.terminate()
        #expect(manager.nextOther() == "STOPPING=1")
        agent.waitUntilExit()
        #expect(agent.terminationStatus == 0)
    }

    @Test("an agent fails where nobody listens", arguments: ["/nowhere/at/all", "@vigie-nobody", "relative", ""])
    func deaf(_ socket: String) throws {
        let sandbox = try Sandbox()
        let run = try sandbox.vigie(["run", "--once"], with: ["NOTIFY_SOCKET": socket, "WATCHDOG_USEC": "1000"])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `the unit's settings are those the documentation asks for`() throws {
        let unit = try String(
            contentsOf: Sandbox.root.appendingPathComponent("Scripts/systemd/vigie.service"), encoding: .utf8)
        let lines = Set(unit.split(separator: "\n").map(String.init))
        for setting in [
            "Type=notify", "Restart=on-failure", "UMask=0027", "NoNewPrivileges=yes", "ProtectSystem=strict",
            "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "PrivateNetwork=yes",
            "RestrictAddressFamilies=AF_UNIX", "SystemCallFilter=@system-service", "MemoryDenyWriteExecute=yes",
        ] {
            #expect(lines.contains(setting))
        }
        #expect(unit.contains("\nWatchdogSec=") && unit.contains("\nMemoryMax=") && unit.contains("\nTasksMax="))
    }
}
