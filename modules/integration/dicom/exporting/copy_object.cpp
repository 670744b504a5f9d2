#include "integration/dicom/exporting/copy_object.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/whole_file.h"

#include <QFile>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 1 << 20;

/// What stands before the data set in the copy; `source` is left where it goes on.
QByteArray headOf(QFile &source, const DatasetFile &file)
{
    if (hasDicomMark(source.peek(kMetaStart)) && source.seek(kPreambleSize))
        return QByteArray(kPreambleSize, '\0');
    source.seek(file.bytes.start);
    auto &dataset = file.dataset();
    return fileMeta(code(dataset, DCM_SOPClassUID), code(dataset, DCM_SOPInstanceUID),
                    nativeSyntaxOf(file.layout));
}

} // namespace

Result<void> copyObject(const QString &from, const QString &to, bool mayReplace)
{
    TRY(const auto file, openDataset(from));
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"imaging.file-missing"_s};
    TRY(auto copy, WholeFile::create(to, mayReplace));
    TRY_VOID(copy.write(headOf(source, file)));
    while (!source.atEnd()) {
        const auto bytes = source.read(kChunk);
        if (bytes.isEmpty())
            return Error{ErrorKind::Unavailable, u"disk.read"_s, source.errorString()};
        TRY_VOID(copy.write(bytes));
    }
    return copy.finish();
}

} // namespace simiao::dicom
