#include "integration/dicom/object_copy.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/whole_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 1 << 20;

/// File meta information for a data set that came without preamble.
QByteArray missingHead(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    return fileMeta(code(dataset, DCM_SOPClassUID), code(dataset, DCM_SOPInstanceUID),
                    nativeSyntaxOf(file.layout));
}

Result<void> writeBytes(WholeFile &file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), static_cast<std::size_t>(kChunk)));
        TRY_VOID(file.write(QByteArray::fromRawData(reinterpret_cast<const char *>(part.data()),
                                                    static_cast<qsizetype>(part.size()))));
        bytes = bytes.subspan(part.size());
    }
    return ok();
}

Result<void> writePart(WholeFile &file,
                       QFile &source,
                       qint64 length,
                       const std::vector<ClearedStretch> &cleared)
{
    while (length > 0) {
        const qint64 from = source.pos();
        auto bytes = source.read(std::min(length, kChunk));
        if (bytes.isEmpty())
            return Error{ErrorKind::Unavailable, u"disk.read"_s, source.errorString()};
        clear(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())), from, cleared);
        TRY_VOID(file.write(bytes));
        length -= bytes.size();
    }
    return ok();
}

} // namespace

ObjectCopy ObjectCopy::of(std::vector<std::byte> bytes)
{
    const auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    return {.bytes = {.owner = owner, .bytes = *owner}};
}

ObjectCopy ObjectCopy::of(const QByteArray &bytes)
{
    const auto all = std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return of(std::vector<std::byte>(all.begin(), all.end()));
}

Result<ObjectCopy> copyOf(std::unique_ptr<QIODevice> file)
{
    const bool hasMark = hasDicomMark(file->peek(kMetaStart));
    const qint64 size = file->size();
    TRY(auto bytes, datasetBytesIn(std::move(file)));
    TRY(const auto parsed, parsedDataset(std::move(bytes)));
    auto copy = ObjectCopy::of(hasMark ? QByteArray(kPreambleSize, '\0') : missingHead(parsed));
    copy.from = hasMark ? qint64{kPreambleSize} : parsed.bytes.start;
    copy.length = size - copy.from;
    return copy;
}

Result<ObjectCopy> copyOf(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"imaging.file-missing"_s};
    return copyOf(std::unique_ptr<QIODevice>(std::move(file)));
}

FileStamp::FileStamp(const QString &path)
    : m_path(path)
{
    const QFileInfo file(path);
    m_size = file.size();
    m_changed = file.lastModified().toMSecsSinceEpoch();
}

Result<void> FileStamp::checkSame() const
{
    const FileStamp now(m_path);
    if (now.m_size != m_size || now.m_changed != m_changed)
        return Error{ErrorKind::Corrupt, u"imaging.file-changed"_s};
    return ok();
}

Result<void> writeCopy(const QString &from,
                       const FileStamp &stamp,
                       const ObjectCopy &copy,
                       const QString &to,
                       bool mayReplace)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"imaging.file-missing"_s};
    const bool isInside = copy.from >= 0 && copy.length >= 0 && copy.from <= source.size()
        && copy.length <= source.size() - copy.from && areWithin(copy.cleared, copy.from, copy.length);
    if (!isInside || !source.seek(copy.from))
        return Error{ErrorKind::Corrupt, u"imaging.file-damaged"_s, u"a part outside of the file"_s};
    TRY(auto file, WholeFile::create(to, mayReplace));
    TRY_VOID(writeBytes(file, copy.bytes.bytes));
    TRY_VOID(writePart(file, source, copy.length, copy.cleared));
    TRY_VOID(stamp.checkSame());
    return file.finish();
}

} // namespace simiao::dicom
