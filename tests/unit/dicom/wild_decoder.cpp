// A decoder that does what its files ask it to: the tests' picture of one that was taken over. What is a DICOM file it decodes. Cage, socket and loop are the
// product's own; the program itself is not shipped.

#include "decoder/cage.h"
#include "decoder/serve.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/message.h"
#include "integration/dicom/worker/object_message.h"
#include "integration/dicom/worker/rewriting_message.h"

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

imaging::Report tinyReport()
{
    imaging::Report report{.sopInstanceUid = QStringLiteral("2.25.9"),
                           .verifiers = {QStringLiteral("Somebody")},
                           .evidence = {{.sopInstanceUid = QStringLiteral("2.25.8"), .frames = {1, 2}}}};
    report.root.type = imaging::ContentType::Container;
    report.root.children.push_back(
        {.type = imaging::ContentType::Number, .text = QStringLiteral("1.5"), .points = {{1, 2}, {3, 4}}});
    return report;
}

imaging::Waveform tinyWaveform()
{
    imaging::Waveform waveform;
    waveform.groups.push_back({.label = {}, .samplingHz = 500, .channels = {}});
    waveform.groups[0].channels.push_back({QStringLiteral("I"), QStringLiteral("mV"), {0.5F, 1.5F, 2.5F}});
    return waveform;
}

decoder::Output outputOf(const workflow::ImagingObjectContent &content)
{
    auto object = dicom::objectMessage(content);
    return {.pixels = std::move(object.bulk), .message = std::move(object.message)};
}

/// A report whose content nests so deep, made of the bytes of one that nests once: deeper than this process could write.
decoder::Output nestedReport(int depth)
{
    auto report = tinyReport();
    report.root = {};
    const auto bare = dicom::objectMessage(report).message;
    report.root.children.push_back({});
    const auto nested = dicom::objectMessage(report).message;
    // An item ends with the count of its children; behind the root stands the count of defects.
    constexpr qsizetype kCount = 4;
    const auto item = nested.sliced(bare.size() - kCount, nested.size() - bare.size()).chopped(kCount);
    const QByteArray one("\1\0\0\0", kCount);
    auto message = bare.chopped(2 * kCount);
    for (int i = 0; i < depth; ++i)
        message += one + item;
    return {.pixels = {}, .message = message + QByteArray(2 * kCount, '\0')};
}

/// Byte `at` of the message turned round.
decoder::Output turned(decoder::Output output, int at)
{
    if (at < output.message.size())
        output.message[at] = static_cast<char>(~output.message[at]);
    return output;
}

/// What stands in the file says how: "report", "waveform 12" (a byte that is turned round), "nested 100", "more samples".
decoder::Output object(const QByteArray &what)
{
    const auto words = what.split(' ');
    const int at = words.size() > 1 ? words[1].toInt() : -1;
    if (words[0] == "nested")
        return nestedReport(at);
    auto output = words[0] == "report" ? outputOf(tinyReport()) : outputOf(tinyWaveform());
    if (what == "more samples")
        output.pixels.resize(output.pixels.size() + 4);
    return at >= 0 ? turned(std::move(output), at) : output;
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

/// "part 100 7": a copy of 7 bytes of the file from its byte 100.
decoder::Output partOf(const QByteArray &what)
{
    const auto words = what.split(' ');
    dicom::ObjectCopy copy;
    copy.from = words.value(1).toLongLong();
    copy.length = words.value(2).toLongLong();
    return {.message = dicom::copyMessage(copy)};
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
        return turned(tinyFrame(), request.frameIndex);
    if (what == "more pixels than said")
        return {.pixels = std::vector<std::byte>(4096), .message = tinyFrame().message};
    if (what == "nothing")
        return {};
    if (what.startsWith("part "))
        return partOf(what);
    if (dicom::hasDicomMark(what)) {
        file->seek(0);
        return decoder::decode(request, std::move(file));
    }
    return request.task == dicom::DecoderTask::Object ? object(what) : attempt(what);
}

} // namespace

int main()
{
    decoder::loadTables();
    decoder::limitResources();
    return decoder::serve(decoder::closeCage(), misbehave);
}
