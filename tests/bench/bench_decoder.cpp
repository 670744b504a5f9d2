// bench_decoder DECODER: prints a JSON line: what a crash of the decoder costs, from the question for the image that kills it to the next
// image shown by its successor, beside an image alone. DECODER is build/release/tests/wild_decoder, which does what its files say.
#include "bench/measure.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QFile>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    constexpr int kRounds = 30;
    const QTemporaryDir folder;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); // a line a crash
    dicom::DecoderPool pool({.program = QString::fromLocal8Bit(argv[1]), .workers = 1});
    const auto harmless = written(folder, u"harmless.dcm"_s, "harmless"_ba);
    const auto image = [&] {
        if (!pool.frame(harmless, 0))
            qFatal("no image");
    };
    image();
    bench::Timing alone;
    bench::Timing crash;
    for (int round = 0; round < kRounds; ++round) {
        const auto deadly = written(folder, u"deadly-%1.dcm"_s.arg(round),
                                    "segfault"_ba); // one that died twice is left alone
        alone.add(image);
        crash.add([&] {
            if (pool.frame(deadly, 0))
                qFatal("no crash");
            image();
        });
    }
    auto figures = bench::figuresOf(crash);
    figures.insert({u"imageAloneP50Us"_s, bench::number(alone.median())});
    bench::report(u"crash of the decoder and the next image"_s, figures);
    return 0;
}
