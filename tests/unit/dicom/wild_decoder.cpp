// A decoder that does what its files ask it to: the tests' picture of one that was taken over. Cage, socket and loop are the
// product's own; the program itself is not shipped.

#include "decoder/cage.h"
#include "decoder/serve.h"
#include "integration/dicom/worker/frame_message.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

using namespace simiao;

namespace {

decoder::Output tinyFrame()
{
    imaging::FrameFacts facts{.geometry =
                                  imaging::FrameGeometry::create(4, 2, 1, imaging::SampleType::U8).value()};
    return {.pixels = std::vector<std::byte>(8), .message = dicom::frameMessage(facts)};
}

/// Never comes back where the cage holds; else a picture tells that it did not.
decoder::Output attempt(const QByteArray &what)
{
    if (what == "open")
        static_cast<void>(::open("/etc/hostname", O_RDONLY));
    else if (what == "socket")
        static_cast<void>(::socket(AF_INET, SOCK_STREAM, 0));
    else if (what == "exec")
        static_cast<void>(::execl("/bin/true", "true", nullptr));
    else if (what == "fork")
        static_cast<void>(::fork());
    else if (what == "kill-parent")
        static_cast<void>(::kill(getppid(), 0));
    else if (what == "make-code")
        static_cast<void>(
            ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    return tinyFrame();
}

void hang()
{
    volatile bool goesOn = true;
    while (goesOn) {}
}

/// Far beyond what it may have.
decoder::Output swallow()
{
    std::vector<std::byte> everything(std::size_t{3} << 30, std::byte{1});
    return {.pixels = std::move(everything)};
}

/// The message of a good frame with byte `at` turned round.
decoder::Output lie(int at)
{
    auto output = tinyFrame();
    if (at < output.message.size())
        output.message[at] = static_cast<char>(~output.message[at]);
    return output;
}

decoder::Output misbehave(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> file)
{
    const QByteArray what = file->readAll();
    if (what == "abort")
        std::abort();
    if (what == "segfault")
        std::raise(SIGSEGV);
    if (what == "hang")
        hang();
    if (what == "swallow")
        return swallow();
    if (what == "lie")
        return lie(request.frameIndex);
    if (what == "more pixels than said")
        return {.pixels = std::vector<std::byte>(4096), .message = tinyFrame().message};
    if (what == "nothing")
        return {};
    return attempt(what);
}

} // namespace

int main()
{
    decoder::loadTables();
    decoder::limitResources();
    return decoder::serve(decoder::closeCage(), misbehave);
}
