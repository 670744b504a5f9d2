#include "integration/dicom/store/object_identity.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// An object with sequences in each other, deeper than anything is parsed.
QByteArray nested(int depth, E_TransferSyntax syntax)
{
    DcmFileFormat file;
    DcmItem *at = file.getDataset();
    at->putAndInsertString(DCM_SOPClassUID, UID_CTImageStorage);
    at->putAndInsertString(DCM_SOPInstanceUID, "2.25.14");
    at->putAndInsertString(DCM_StudyInstanceUID, "2.25.15");
    for (int level = 0; level < depth; ++level) {
        DcmItem *inner = nullptr;
        at->findOrCreateSequenceItem(DCM_ContentSequence, inner, 0);
        at = inner;
    }
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"object.dcm"_s);
    if (file.saveFile(qPrintable(path), syntax).bad())
        qFatal("the object is not written");
    QFile written(path);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

} // namespace

/// Which object it is that an archive sends is known before anything of it is parsed.
class TestObjectIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesNothingToKnowAnObject_data();
    void parsesNothingToKnowAnObject();
};

void TestObjectIdentity::parsesNothingToKnowAnObject_data()
{
    QTest::addColumn<E_TransferSyntax>("syntax");
    QTest::newRow("explicit") << EXS_LittleEndianExplicit;
    QTest::newRow("implicit") << EXS_LittleEndianImplicit;
    QTest::newRow("deflated") << EXS_DeflatedLittleEndianExplicit;
}

void TestObjectIdentity::parsesNothingToKnowAnObject()
{
    QFETCH(E_TransferSyntax, syntax);

    const auto identity = dicom::identityOf(nested(80, syntax));

    QVERIFY2(identity, identity ? "" : qPrintable(logLine(identity.error())));
    QCOMPARE(identity->sopInstanceUid, u"2.25.14"_s);
    QCOMPARE(identity->studyInstanceUid, u"2.25.15"_s);
}

QTEST_GUILESS_MAIN(TestObjectIdentity)
#include "test_object_identity.moc"
