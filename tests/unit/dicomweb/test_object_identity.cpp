#include "integration/dicomweb/object_identity.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

Result<dicomweb::ObjectIdentity> identified(const QByteArray &file)
{
    return dicomweb::identify({file.constData(), static_cast<std::size_t>(file.size())});
}

} // namespace

class TestObjectIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUids();
    void readsMetaAloneWhereTheRestIsPacked();
    void refuses_data();
    void refuses();
};

void TestObjectIdentity::readsTheUids()
{
    const auto identity = identified(dicomBytes("1.2", "1.2.3", "1.2.3.4"));

    QVERIFY(identity);
    QCOMPARE(*identity,
             (dicomweb::ObjectIdentity{u"1.2.840.10008.5.1.4.1.1.7"_s, u"1.2.3.4"_s, u"1.2.840.10008.1.2.1"_s,
                                       u"1.2"_s, u"1.2.3"_s}));
}

void TestObjectIdentity::readsMetaAloneWhereTheRestIsPacked()
{
    auto file = dicomBytes("1.2", "1.2.3", "1.2.3.4");
    file.replace(element(0x00020010, "UI", "1.2.840.10008.1.2.1"),
                 element(0x00020010, "UI", "1.2.840.10008.1.2.1.99")); // deflated

    const auto identity = identified(file);

    QVERIFY(identity);
    QCOMPARE(identity->sopInstanceUid, u"1.2.3.4"_s);
    QCOMPARE(identity->studyInstanceUid, QString());
}

void TestObjectIdentity::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("why");
    const auto whole = dicomBytes("1.2", "1.2.3", "1.2.3.4");
    auto other = whole;
    other.replace(element(0x00080018, "UI", "1.2.3.4"), element(0x00080018, "UI", "1.2.3.5"));
    auto path = whole;
    path.replace("1.2.3.4", "../../x");
    QTest::newRow("nothing") << QByteArray() << u"no DICOM file"_s;
    QTest::newRow("a page") << QByteArray("<html>").repeated(100) << u"no DICOM file"_s;
    QTest::newRow("the preamble alone") << whole.first(132) << u"file meta information"_s;
    QTest::newRow("cut in the meta information") << whole.first(180) << u"file meta information"_s;
    QTest::newRow("two instances") << other << u"two SOP instance UIDs"_s;
    QTest::newRow("a path for a uid") << path << u"file meta information"_s;
}

void TestObjectIdentity::refuses()
{
    QFETCH(QByteArray, file);

    const auto identity = identified(file);

    QVERIFY(!identity);
    QCOMPARE(identity.error().code, u"archive.object"_s);
    QTEST(identity.error().detail, "why");
}

QTEST_GUILESS_MAIN(TestObjectIdentity)
#include "test_object_identity.moc"
