#include "peers.h"

#include "integration/dicom/phantom_ct_writer.h"

#include <QDir>

namespace simiao::test {

using namespace Qt::StringLiterals;

QStringList writtenStudy(const QString &folder,
                         const QString &studyInstanceUid,
                         const QString &patientName,
                         int slices)
{
    const workflow::PhantomStudyOrder order{.folder = folder,
                                            .patientName = patientName,
                                            .patientId = u"P001"_s,
                                            .birthDate = u"1980-02-03"_s,
                                            .sex = u"M"_s,
                                            .studyInstanceUid = studyInstanceUid,
                                            .studyDate = u"2026-11-20"_s,
                                            .slices = slices};
    if (!dicom::writePhantomStudy(order))
        return {};
    QStringList files;
    for (const auto &name : QDir(folder).entryList(QDir::Files, QDir::Name))
        files.append(QDir(folder).filePath(name));
    return files;
}

} // namespace simiao::test
