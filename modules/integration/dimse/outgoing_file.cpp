#include "integration/dimse/outgoing_file.h"

#include "core/try.h"
#include "integration/dicom/dataset_bytes.h"
#include "integration/dicom/uid.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/association.h"

#include <QIODevice>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

Result<OutgoingFile> outgoingFile(const QString &path, dicom::DecoderPool &decoders)
{
    TRY(const auto facts, decoders.facts(path));
    OutgoingFile outgoing{.path = path,
                          .sopClass = facts.sopClassUid,
                          .sopInstance = facts.sopInstanceUid,
                          .transferSyntax = facts.transferSyntax};
    if (!dicom::isUid(outgoing.sopClass) || !dicom::isUsableUid(outgoing.sopInstance))
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
