#include "integration/dicom/phantom_ct_writer.h"

#include "core/try.h"
#include "integration/dicom/phantom/chest_phantom.h"
#include "integration/dicom/phantom_dataset.h"
#include "integration/dicom/pool_task.h"
#include "integration/dicom/toolkit.h"
#include "integration/dicom/uid.h"

#include <QDate>
#include <QDir>
#include <QFile>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using phantom::ChestPhantom;

namespace {

constexpr int kMostSlices = 400;

Error refused(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"imaging.phantom-order"_s, .detail = detail};
}

Error notWritable(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable, .code = u"imaging.not-writable"_s, .detail = detail};
}

bool isDateOrEmpty(const QString &iso)
{
    return iso.isEmpty() || QDate::fromString(iso, Qt::ISODate).isValid();
}

Result<void> check(const workflow::PhantomStudyOrder &order)
{
    if (!isUid(order.studyInstanceUid))
        return refused(u"study instance UID"_s);
    if (order.slices < 1 || order.slices > kMostSlices)
        return refused(u"%1 slices"_s.arg(order.slices));
    if (!isDateOrEmpty(order.birthDate) || !isDateOrEmpty(order.studyDate))
        return refused(u"date"_s);
    return ok();
}

Result<void> save(DcmFileFormat &file, const QString &path)
{
    const OFFilename name(QFile::encodeName(path).constData());
    const auto condition = file.saveFile(name, EXS_LittleEndianExplicit);
    if (condition.bad())
        return notWritable(QString::fromLatin1(condition.text()));
    return ok();
}

Result<void> writeSlice(const workflow::PhantomStudyOrder &order, const ChestPhantom &chest, int index)
{
    const double spacing = ChestPhantom::kHeightMm / order.slices;
    const double depth = (index + 0.5) * spacing;
    DcmFileFormat file;
    fillPhantomDataset(*file.getDataset(), order, {.index = index, .depthMm = depth, .spacingMm = spacing},
                       chest.slice(depth));
    const QString name = u"IM%1.dcm"_s.arg(index + 1, 4, 10, QChar(u'0'));
    return save(file, QDir(order.folder).filePath(name));
}

} // namespace

Result<QString> writePhantomStudy(const workflow::PhantomStudyOrder &order)
{
    TRY_VOID(check(order));
    if (!QDir().mkpath(order.folder))
        return notWritable(u"folder"_s);

    ensureToolkit();
    const ChestPhantom chest(order.seed);
    for (int index = 0; index < order.slices; ++index) {
        TRY_VOID(writeSlice(order, chest, index));
    }
    return order.folder;
}

PhantomCtWriter::PhantomCtWriter()
{
    m_pool.setMaxThreadCount(1);
}

Task<Result<QString>> PhantomCtWriter::write(workflow::PhantomStudyOrder order)
{
    return onPool(&m_pool, [order] { return writePhantomStudy(order); });
}

} // namespace simiao::dicom
