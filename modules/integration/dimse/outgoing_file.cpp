#include "integration/dimse/outgoing_file.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/uid.h"
#include "integration/dimse/association.h"
#include "integration/dimse/services.h"

#include <QIODevice>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// What the bytes are that dataSetOf() gives: inflated ones, and files that do not say it, included.
QString syntaxOf(const dicom::DatasetFile &file)
{
    if (file.bytes.isInflated)
        return kExplicitLittleEndian;
    if (!file.bytes.transferSyntax.isEmpty())
        return file.bytes.transferSyntax;
    return file.layout.isImplicit ? kImplicitLittleEndian : kExplicitLittleEndian;
}

} // namespace

Result<OutgoingFile> outgoingFile(const QString &path)
{
    TRY(const auto file, dicom::openDataset(path));
    OutgoingFile outgoing{.path = path,
                          .sopClass = dicom::code(file.dataset(), DCM_SOPClassUID),
                          .sopInstance = dicom::code(file.dataset(), DCM_SOPInstanceUID),
                          .transferSyntax = syntaxOf(file)};
    if (!dicom::isUid(outgoing.sopClass) || !dicom::isUid(outgoing.sopInstance))
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"archive.no-object"_s,
                     .detail = u"(0008,0016) or (0008,0018) is missing"_s};
    return outgoing;
}

Result<QByteArray> dataSetOf(const OutgoingFile &file)
{
    TRY(const auto bytes, dicom::openDatasetBytes(file.path));
    if (bytes.device->size() - bytes.start > Association::kLargestDataSet)
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.file-too-large"_s};
    bytes.device->seek(bytes.start);
    return bytes.device->readAll();
}

} // namespace simiao::dimse
