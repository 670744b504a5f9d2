#include "integration/dicom/worker/decoder_process.h"

#include "core/try.h"
#include "integration/dicom/worker/descriptor.h"

#include <QDeadlineTimer>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// From the start of the program until it is ready, on a machine that is busy.
constexpr milliseconds kStartPatience{15'000};
/// More time for larger files, up to four times.
constexpr qint64 kBytesPerPatience = qint64{64} << 20;
constexpr qint64 kMostPatience = 4;

Error missing(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable, .code = u"imaging.decoder-missing"_s, .detail = detail};
}

Error broken(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.decoder-answer"_s, .detail = detail};
}

QString lastProblem()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Where libraries and the dictionary of the toolkit stand, if not in their usual places. Nothing else goes over.
std::vector<QByteArray> environment()
{
    std::vector<QByteArray> entries;
    for (const char *name : {"LD_LIBRARY_PATH", "DCMDICTPATH"}) {
        if (qEnvironmentVariableIsSet(name))
            entries.push_back(QByteArray(name) + '=' + qgetenv(name));
    }
    return entries;
}

/// What a program is started with: three times /dev/null, its socket, nothing else; no signal blocked or ignored.
class SpawnPlan
{
public:
    explicit SpawnPlan(int socket)
    {
        posix_spawn_file_actions_init(&m_actions);
        // First: the socket may have one of the numbers that are closed or covered next.
        posix_spawn_file_actions_adddup2(&m_actions, socket, kDecoderSocket);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&m_actions, stream, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, kDecoderSocket + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    Q_DISABLE_COPY_MOVE(SpawnPlan)

    Result<pid_t> run(const QString &program) const
    {
        QByteArray name = QFile::encodeName(program);
        std::array<char *, 2> arguments{name.data(), nullptr};
        auto entries = environment();
        std::vector<char *> pointers;
        for (auto &entry : entries)
            pointers.push_back(entry.data());
        pointers.push_back(nullptr);
        pid_t pid = 0;
        errno =
            posix_spawn(&pid, name.constData(), &m_actions, &m_attributes, arguments.data(), pointers.data());
        if (errno != 0)
            return missing(u"%1: %2"_s.arg(program, lastProblem()));
        return pid;
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// The whole area, for reading.
class Mapping
{
public:
    Mapping(void *address, std::size_t size)
        : m_address(address)
        , m_size(size)
    {
    }
    ~Mapping() { munmap(m_address, m_size); }
    Q_DISABLE_COPY_MOVE(Mapping)

    std::span<const std::byte> bytes() const { return {static_cast<const std::byte *>(m_address), m_size}; }

private:
    void *m_address;
    std::size_t m_size;
};

/// Nobody changes or cuts it from here on; refused where the decoder still could.
Result<std::shared_ptr<const Mapping>> sealed(const Descriptor &area, const DecoderReply &reply)
{
    if (reply.pixelBytes > static_cast<std::uint64_t>(imaging::FrameGeometry::kMaxByteSize)
        || reply.messageBytes == 0 || reply.messageBytes > kLargestMessage)
        return broken(u"%1 and %2 bytes"_s.arg(reply.pixelBytes).arg(reply.messageBytes));
    if (fcntl(area.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return broken(u"the shared memory is still open for writing"_s);
    struct stat status{};
    const auto size = reply.pixelBytes + reply.messageBytes;
    if (fstat(area.number(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) != size)
        return broken(u"%1 bytes said, %2 there"_s.arg(size).arg(status.st_size));
    void *address = mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, area.number(), 0);
    if (address == MAP_FAILED)
        return Error{.kind = ErrorKind::Unavailable, .code = u"imaging.no-memory"_s, .detail = lastProblem()};
    return std::make_shared<const Mapping>(address, static_cast<std::size_t>(size));
}

Result<Descriptor> openedFile(const QString &path, qint64 &size)
{
    // O_NONBLOCK: a pipe with the name of an image must not hold up anything.
    Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status{};
    if (!file.isOpen() || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return Error{.kind = ErrorKind::NotFound, .code = u"imaging.file-missing"_s};
    size = status.st_size;
    return file;
}

class LinuxDecoder : public DecoderProcess
{
public:
    LinuxDecoder(pid_t pid, Descriptor socket)
        : m_pid(pid)
        , m_socket(std::move(socket))
    {
    }
    ~LinuxDecoder() override { end(); }

    Result<DecoderAnswer> ask(DecoderRequest request, const QString &path, milliseconds patience) override
    {
        TRY_VOID(greet());
        qint64 size = 0;
        TRY(const auto file, openedFile(path, size));
        const Descriptor area(memfd_create("simiao-frame", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        if (!area.isOpen())
            return missing(lastProblem());
        request.serial = ++m_serial;
        const auto limit = patience * std::min(kMostPatience, 1 + size / kBytesPerPatience);
        auto answer = exchanged(request, file, area, limit);
        if (!answer)
            end();
        return answer;
    }

    Result<void> greet() override
    {
        if (m_pid == 0)
            return missing(u"it has ended"_s);
        if (m_isReady)
            return ok();
        DecoderHello hello;
        const auto received = receive(&hello, sizeof hello, kStartPatience);
        if (!received || hello.protocol != kDecoderProtocol) {
            end();
            return missing(received ? u"protocol %1"_s.arg(hello.protocol) : received.error().detail);
        }
        m_isReady = true;
        m_isCaged = hello.isCaged == 1;
        return ok();
    }

    bool isRunning() const override { return m_pid != 0; }
    bool isCaged() const override { return m_isCaged; }
    void interrupt() override { ::shutdown(m_socket.number(), SHUT_RDWR); }

private:
    Result<DecoderAnswer> exchanged(const DecoderRequest &request,
                                    const Descriptor &file,
                                    const Descriptor &area,
                                    milliseconds patience)
    {
        if (!sendWithDescriptors(m_socket.number(), &request, sizeof request, {file.number(), area.number()}))
            return crashed(lastProblem());
        DecoderReply reply;
        TRY_VOID(receive(&reply, sizeof reply, patience));
        if (reply.protocol != kDecoderProtocol || reply.serial != request.serial)
            return broken(u"an answer to another question"_s);
        TRY(const auto mapping, sealed(area, reply));
        const auto pixels = mapping->bytes().first(static_cast<std::size_t>(reply.pixelBytes));
        return DecoderAnswer{.pixels = {.owner = mapping, .bytes = pixels},
                             .message = mapping->bytes().subspan(pixels.size())};
    }

    /// Exactly one packet of this size.
    Result<void> receive(void *packet, std::size_t size, milliseconds patience)
    {
        const QDeadlineTimer deadline(patience);
        pollfd readable{.fd = m_socket.number(), .events = POLLIN, .revents = 0};
        int ready = -1;
        do {
            ready = poll(&readable, 1, static_cast<int>(deadline.remainingTime()));
        } while (ready < 0 && errno == EINTR);
        if (ready == 0)
            return crashed(u"no answer within %1 ms"_s.arg(patience.count()));
        const auto got = recv(m_socket.number(), packet, size, MSG_DONTWAIT | MSG_TRUNC);
        if (got <= 0)
            return crashed({});
        if (static_cast<std::size_t>(got) != size)
            return broken(u"a packet of %1 bytes"_s.arg(got));
        return ok();
    }

    /// \param why  empty where the process itself tells it by how it ended
    Error crashed(const QString &why)
    {
        const QString ended = end();
        return {.kind = ErrorKind::Corrupt,
                .code = u"imaging.decoder-crashed"_s,
                .detail = why.isEmpty() ? ended : why};
    }

    /// Kills it if it still runs; how it ended.
    QString end()
    {
        if (m_pid == 0)
            return {};
        int status = 0;
        // It closes its socket by ending: give it the moment to be gone by itself, so that its own signal is seen.
        ::shutdown(m_socket.number(), SHUT_RDWR);
        if (waitpid(m_pid, &status, WNOHANG) == 0) {
            ::kill(m_pid, SIGKILL);
            while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {}
        }
        m_pid = 0;
        return WIFSIGNALED(status) ? u"signal %1"_s.arg(WTERMSIG(status))
                                   : u"exit code %1"_s.arg(WEXITSTATUS(status));
    }

    pid_t m_pid; ///< 0: it is gone
    Descriptor m_socket;
    std::uint32_t m_serial = 0;
    bool m_isReady = false;
    bool m_isCaged = false;
};

} // namespace

Result<std::unique_ptr<DecoderProcess>> DecoderProcess::start(const QString &program)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return missing(lastProblem());
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    TRY(const auto pid, SpawnPlan(theirs.number()).run(program));
    return std::unique_ptr<DecoderProcess>(std::make_unique<LinuxDecoder>(pid, std::move(ours)));
}

} // namespace simiao::dicom
