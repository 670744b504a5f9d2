#include "integration/dicom/dataset_file.h"

#include "core/try.h"
#include "integration/dicom/toolkit.h"

#include <QBuffer>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <iterator>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Attributes of the largest whole-slide images stay below 100 MB.
constexpr qint64 kLargestHeader = qint64{512} << 20;
/// A few megabytes inflate to gigabytes, and the toolkit copies what it parses.
constexpr qint64 kLargestInflatedHeader = qint64{64} << 20;
/// As many as a file of 4 MB can hold that is not deflated: an empty item has 8 bytes there, and some 300 in memory.
constexpr int kMostInflatedElements = 500'000;

int mostElements(bool isInflated)
{
    return isInflated ? kMostInflatedElements : ElementWalker::kMostElements;
}

Error damaged(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.file-damaged"_s, .detail = detail};
}

E_TransferSyntax encodingOf(const DatasetLayout &layout)
{
    if (layout.isImplicit)
        return layout.isBigEndian ? EXS_BigEndianImplicit : EXS_LittleEndianImplicit;
    return layout.isBigEndian ? EXS_BigEndianExplicit : EXS_LittleEndianExplicit;
}

/// What the toolkit does not get, in its order.
std::vector<ByteRange> leftOut(const DatasetLayout &layout, Elements elements)
{
    if (elements == Elements::All)
        return layout.damaged;
    std::vector<ByteRange> ranges;
    std::ranges::merge(layout.damaged, layout.privateOnes, std::back_inserter(ranges), {}, &ByteRange::begin,
                       &ByteRange::begin);
    return ranges;
}

/// The elements before the pixels without the damaged ones: the toolkit would believe a length there that is not true, and
/// allocate it.
QByteArray wholeElements(QIODevice &device, const DatasetLayout &layout, Elements elements)
{
    QByteArray bytes;
    qint64 from = layout.start;
    const auto take = [&](qint64 end) {
        if (end <= from)
            return; // a damaged element among private ones
        device.seek(from);
        bytes += device.read(end - from);
    };
    for (const auto &range : leftOut(layout, elements)) {
        take(range.begin);
        from = std::max(from, range.end);
    }
    take(layout.headerEnd);
    return bytes;
}

/// What the toolkit says is wrong, or nothing.
QString parse(DcmDataset &dataset, QByteArray &bytes, E_TransferSyntax encoding)
{
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), bytes.size());
    stream.setEos();
    dataset.transferInit();
    const auto condition = dataset.read(stream, encoding);
    dataset.transferEnd();
    return condition.good() ? QString() : QString::fromLatin1(condition.text());
}

Result<void> checkLayout(const DatasetLayout &layout, bool isInflated)
{
    if (layout.deepestNesting > ElementWalker::kDeepestNesting)
        return Error{.kind = ErrorKind::Corrupt, .code = u"imaging.nesting-too-deep"_s};
    if (layout.outOfOrderCount > ElementWalker::kMostOutOfOrder)
        return damaged(u"the elements are not in order"_s);
    if (layout.elementCount > mostElements(isInflated))
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.file-too-large"_s,
                     .detail = u"more than %1 attributes"_s.arg(mostElements(isInflated))};
    if (layout.headerEnd == layout.start && !layout.pixels)
        return damaged(layout.fault ? layout.fault->text() : u"there is no data set"_s);
    const auto largest = isInflated ? kLargestInflatedHeader : kLargestHeader;
    if (layout.headerEnd - layout.start > largest)
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.file-too-large"_s,
                     .detail = u"attributes of more than %1 MiB"_s.arg(largest >> 20)};
    return ok();
}

} // namespace

DatasetFile::DatasetFile() = default;
DatasetFile::DatasetFile(DatasetFile &&) noexcept = default;
DatasetFile &DatasetFile::operator=(DatasetFile &&) noexcept = default;
DatasetFile::~DatasetFile() = default;

Result<DatasetFile> openDataset(const QString &path, Elements elements)
{
    TRY(auto bytes, openDatasetBytes(path));
    return parsedDataset(std::move(bytes), elements);
}

Result<DatasetFile> openDataset(const QByteArray &file)
{
    TRY(auto bytes, openDatasetBytes(file));
    return parsedDataset(std::move(bytes));
}

Result<DatasetFile> parsedDataset(DatasetBytes bytes, Elements elements)
{
    ensureToolkit();
    DatasetFile file;
    file.bytes = std::move(bytes);
    auto &device = *file.bytes.device;
    file.layout = ElementWalker(device, mostElements(file.bytes.isInflated))
                      .walk(file.bytes.start, file.bytes.transferSyntax);
    TRY_VOID(checkLayout(file.layout, file.bytes.isInflated));

    QByteArray header = wholeElements(device, file.layout, elements);
    file.attributes = std::make_unique<DcmDataset>();
    const QString complaint = parse(*file.attributes, header, encodingOf(file.layout));
    if (file.attributes->card() == 0 && !complaint.isEmpty())
        return damaged(complaint);
    if (file.layout.fault)
        file.defects.push_back({u"imaging.file-damaged"_s, file.layout.fault->text()});
    else if (!complaint.isEmpty())
        file.defects.push_back({u"imaging.file-damaged"_s, complaint});
    if (!file.bytes.isWhole)
        file.defects.push_back({u"imaging.file-damaged"_s, u"the deflated data set ends early"_s});
    return file;
}

Result<std::unique_ptr<DcmDataset>> parseDataset(QByteArray bytes, const QString &transferSyntax)
{
    ensureToolkit();
    auto dataset = std::make_unique<DcmDataset>();
    if (bytes.isEmpty())
        return dataset;
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const auto layout = ElementWalker(device, mostElements(true)).walk(0, transferSyntax);
    TRY_VOID(checkLayout(layout, true));
    if (layout.fault)
        return damaged(layout.fault->text());
    QByteArray whole = bytes.first(layout.headerEnd);
    const QString complaint = parse(*dataset, whole, encodingOf(layout));
    if (!complaint.isEmpty())
        return damaged(complaint);
    return dataset;
}

} // namespace simiao::dicom
