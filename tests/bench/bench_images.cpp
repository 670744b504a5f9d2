#include "bench/cpu_time.h"
#include "bench/measure.h"
#include "integration/dicom/codecs/rle.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/header.h"
#include "integration/dicom/header_scan.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/pixel_format.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QCoreApplication>
#include <QDir>
#include <QIODevice>
#include <QTemporaryDir>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFiles = 600;
constexpr int kRounds = 7;
constexpr int kFrames = 200;
const QString kNative = u"LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1"_s;

/// One round over all `paths`, a file.
template <typename Work>
double perFile(const QStringList &paths, Work work)
{
    const double before = bench::threadCpuUs();
    for (const auto &path : paths)
        work(path);
    return (bench::threadCpuUs() - before) / static_cast<double>(paths.size());
}

/// The best of so many rounds over all `paths`, a file.
template <typename Work>
double bestPerFile(const QStringList &paths, Work work, int rounds = kRounds)
{
    double best = 1e12;
    for (int round = 0; round < rounds; ++round)
        best = std::min(best, perFile(paths, work));
    return best;
}

QString sharedCt(const QString &syntax)
{
    return qEnvironmentVariable("SIMIAO_SHARED")
        + u"/dicom/cornerstone-wadoimageloader/CTImage.dcm_%1.dcm"_s.arg(syntax);
}

void readFirstBytes(const QString &path)
{
    std::array<char, 8192> room;
    static_cast<void>(dicom::readFileHead(path, room));
}

void readByToolkit(const QString &path)
{
    DcmFileFormat file;
    file.loadFileUntilTag(QFile::encodeName(path).constData(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength,
                          ERM_autoDetect, DCM_PixelData);
}

/// Two CT series of the phantom: headers as short as they may be.
QStringList phantomFiles(const QDir &folder)
{
    QStringList paths;
    for (const auto &study : {u"2.25.1"_s, u"2.25.2"_s}) {
        const auto written = dicom::writePhantomStudy({.folder = folder.filePath(study),
                                                       .patientName = u"王小明"_s,
                                                       .patientId = u"1"_s,
                                                       .birthDate = {},
                                                       .sex = {},
                                                       .studyInstanceUid = study,
                                                       .studyDate = {},
                                                       .slices = kFiles / 2});
        if (!written)
            qFatal("%s", qPrintable(logLine(written.error())));
        for (const auto &name : QDir(*written).entryList(QDir::Files))
            paths.append(QDir(*written).filePath(name));
    }
    return paths;
}

/// The CT slice of the shared files, with a scanner's own header, as so many instances; none where it is not there.
QStringList scannerFiles(const QDir &folder)
{
    DcmFileFormat file;
    if (file.loadFile(QFile::encodeName(sharedCt(kNative)).constData()).bad())
        return {};
    QStringList paths;
    for (int i = 1; i <= kFiles; ++i) {
        file.getDataset()->putAndInsertString(DCM_SOPInstanceUID, qPrintable(u"2.25.3.%1"_s.arg(i)));
        file.getDataset()->putAndInsertString(DCM_InstanceNumber, qPrintable(QString::number(i)));
        paths.append(folder.filePath(QString::number(i)));
        file.saveFile(QFile::encodeName(paths.back()).constData(), EXS_LittleEndianExplicit);
    }
    return paths;
}

/// Headers read one by one, in turn with the toolkit: medians. `listFolder` is all of a listing, with the folder's names, each instance
/// once and the series in order.
void benchHeaders(const QString &whose, const QString &folder, const QStringList &paths)
{
    dicom::HeaderScanner scanner;
    bench::Timing floor;
    bench::Timing toolkit;
    bench::Timing parse;
    bench::Timing scan;
    bench::Timing listing;
    for (int round = 0; round < kRounds; ++round) {
        floor.us.push_back(perFile(paths, readFirstBytes));
        toolkit.us.push_back(perFile(paths, readByToolkit));
        parse.us.push_back(
            perFile(paths, [](const QString &path) { static_cast<void>(dicom::parseHeader(path)); }));
        scan.us.push_back(
            perFile(paths, [&](const QString &path) { static_cast<void>(scanner.scan(path)); }));
        const auto list = [](const QString &place) { static_cast<void>(dicom::listFolder(place, {}, {})); };
        listing.us.push_back(perFile({folder}, list) / double(paths.size()));
    }
    const double byToolkit = toolkit.median();
    bench::report(u"image headers, us of the processor a file"_s,
                  {{u"whose"_s, whose},
                   {u"files"_s, Json(paths.size())},
                   {u"first8KiB"_s, bench::number(floor.median())},
                   {u"toolkitToPixels"_s, bench::number(byToolkit)},
                   {u"parseHeader"_s, bench::number(parse.median())},
                   {u"scanHeader"_s, bench::number(scan.median())},
                   {u"listFolder"_s, bench::number(listing.median())},
                   {u"scanTimesFaster"_s, bench::number(byToolkit / scan.median())},
                   {u"listTimesFaster"_s, bench::number(byToolkit / listing.median())}});
}

void benchHeaders()
{
    for (const auto &[whose, write] :
         {std::pair(u"phantom"_s, &phantomFiles), std::pair(u"scanner"_s, &scannerFiles)}) {
        const QTemporaryDir folder;
        if (const auto paths = write(QDir(folder.path())); !paths.isEmpty())
            benchHeaders(whose, folder.path(), paths);
    }
}

double decodedByToolkit(const QString &path)
{
    DcmFileFormat file;
    file.loadFile(QFile::encodeName(path).constData());
    DcmElement *element = nullptr;
    if (file.getDataset()->findAndGetElement(DCM_PixelData, element).bad())
        return 0;
    auto *pixels = static_cast<DcmPixelData *>(element);
    Uint32 size = 0;
    pixels->getUncompressedFrameSize(file.getDataset(), size);
    std::vector<Uint8> buffer(size + 1);
    const auto decode = [&](const QString &) {
        Uint32 fragment = 0;
        OFString model;
        pixels->getUncompressedFrame(file.getDataset(), 0, fragment, buffer.data(), size + size % 2, model);
    };
    return bestPerFile({path}, decode, kFrames);
}

double decodedByUs(const QString &path)
{
    const auto file = dicom::openDataset(path);
    if (!file || !file->layout.pixels)
        return 0;
    const auto format = dicom::readPixelFormat(file->dataset(), *file->layout.pixels);
    auto &device = *file->bytes.device;
    const auto bytes = dicom::joined(device, dicom::readFragments(device, *file->layout.pixels).fragments);
    const auto decode = [&](const QString &) {
        static_cast<void>(dicom::decodeRle({bytes, format.value()}));
    };
    return bestPerFile({path}, decode, kFrames);
}

dicom::DecoderPool &decoders()
{
    static dicom::DecoderPool pool(
        {.program = QCoreApplication::applicationDirPath() + u"/../bin/simiao-decoder"_s});
    pool.warmUp();
    return pool;
}

/// What it costs that frames are decoded in a process of their own, in turn with this one.
void benchDecoder(const QString &what, const QString &path, int runs)
{
    auto &pool = decoders();
    if (!QFile::exists(path) || pool.impairment())
        return;
    bench::Timing here;
    bench::Timing there;
    for (int run = 0; run < runs; ++run) {
        here.add([&] { static_cast<void>(dicom::decodeFrame(path, 0)); });
        there.add([&] { static_cast<void>(pool.frame(path, 0)); });
    }
    bench::report(u"decoder process, us of the clock a frame"_s,
                  {{u"frame"_s, what},
                   {u"here"_s, bench::number(here.median())},
                   {u"there"_s, bench::number(there.median())},
                   {u"overhead"_s, bench::number(there.median() - here.median())}});
}

/// The preview of a frame and the whole of it, in turn: processor time in this process, and the clock through the decoder.
void benchPreview(const QString &what, const QString &path)
{
    constexpr int kRuns = 25;
    auto &pool = decoders();
    if (!QFile::exists(path) || pool.impairment())
        return;
    bench::Timing previews;
    bench::Timing wholes;
    for (int run = 0; run < kRuns; ++run) {
        previews.add([&] { static_cast<void>(pool.preview(path, 0)); });
        wholes.add([&] { static_cast<void>(pool.frame(path, 0)); });
    }
    const double preview = bestPerFile(
        {path}, [](const QString &file) { static_cast<void>(dicom::decodePreview(file, 0)); }, kRuns);
    const double whole = bestPerFile(
        {path}, [](const QString &file) { static_cast<void>(dicom::decodeFrame(file, 0)); }, kRuns);
    bench::report(u"preview of a frame, us"_s,
                  {{u"frame"_s, what},
                   {u"previewCpu"_s, bench::number(preview)},
                   {u"wholeCpu"_s, bench::number(whole)},
                   {u"cpuRatio"_s, bench::number(whole / preview)},
                   {u"previewThere"_s, bench::number(previews.median())},
                   {u"wholeThere"_s, bench::number(wholes.median())},
                   {u"clockRatio"_s, bench::number(wholes.median() / previews.median())}});
}

/// From nothing to the first frame: what a crash costs the picture after it, at most.
void benchDecoderStart(const QString &path)
{
    const auto start = bench::measure(20, [&](int) {
        dicom::DecoderPool pool(
            {.program = QCoreApplication::applicationDirPath() + u"/../bin/simiao-decoder"_s});
        static_cast<void>(pool.frame(path, 0));
    });
    bench::report(u"decoder process, start to first frame"_s, bench::figuresOf(start));
}

/// The CT slice of the shared files.
void benchRle()
{
    const QString path = qEnvironmentVariable("SIMIAO_SHARED")
        + u"/dicom/cornerstone-wadoimageloader/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm"_s;
    if (!QFile::exists(path))
        return;
    DcmRLEDecoderRegistration::registerCodecs();
    const double toolkit = decodedByToolkit(path);
    const double own = decodedByUs(path);
    bench::report(u"RLE CT frame, us of the processor"_s,
                  {{u"toolkit"_s, bench::number(toolkit)},
                   {u"own"_s, bench::number(own)},
                   {u"timesFaster"_s, bench::number(toolkit / own)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    OFLog::configure(OFLogger::OFF_LOG_LEVEL); // the toolkit says at each file where it stopped
    if (application.arguments().value(1) == u"headers") {
        benchHeaders();
        return 0;
    }
    const auto native = sharedCt(kNative);
    benchDecoder(u"CT 512x512, native"_s, native, kFrames);
    benchDecoder(u"CT 512x512, RLE"_s, sharedCt(u"RLELosslessTransferSyntax_1.2.840.10008.1.2.5"_s), kFrames);
    benchDecoder(u"CT 512x512, JPEG lossless"_s,
                 sharedCt(u"JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70"_s), 50);
    benchDecoder(u"CT 512x512, JPEG 2000"_s,
                 sharedCt(u"JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90"_s), 20);
    benchDecoderStart(native);
    benchPreview(u"CT 512x512, JPEG 2000 lossless"_s,
                 sharedCt(u"JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90"_s));
    benchPreview(u"CT 512x512, JPEG 2000 lossy"_s,
                 sharedCt(u"JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91"_s));
    benchPreview(u"640x480 RGB, HTJ2K lossless"_s,
                 qEnvironmentVariable("SIMIAO_SHARED") + u"/dicom/pydicom-data/HTJ2KLossless_08_RGB.dcm"_s);
    benchRle();
    benchHeaders();
    return 0;
}
