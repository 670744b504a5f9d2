#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/text.h"
#include "integration/dicom/uid.h"
#include "unit/dicom/shared_files.h"

#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNamesOfEachCharacterSet_data();
    void readsNamesOfEachCharacterSet();
    void guessesWhatWasNotDeclared_data();
    void guessesWhatWasNotDeclared();
    void theReaderMayChooseAnotherCharacterSet();
    void saysWhichSetWasGuessed_data();
    void saysWhichSetWasGuessed();
    void suspectsUtf8UnderAWesternLabel_data();
    void suspectsUtf8UnderAWesternLabel();
    void aMarkOfTheByteOrderIsNoPartOfAName_data();
    void aMarkOfTheByteOrderIsNoPartOfAName();
    void onlyWesternTextsLookMislabelled_data();
    void onlyWesternTextsLookMislabelled();
    void anItemMayHaveItsOwnCharacterSet();
    void showsAPersonNameForTheEye_data();
    void showsAPersonNameForTheEye();
    void keepsPartialDatesPartial();
    void derivesValidUids();
};

void TestText::readsNamesOfEachCharacterSet_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    REQUIRE_SHARED_DICOM(folder);

    const auto expected = test::readJson(folder + u"/made/expected.json"_s);
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString name = it->toObject()["pn"_L1].toString();
        if (!name.isEmpty())
            QTest::newRow(qPrintable(it.key())) << QString(folder + u"/made/"_s + it.key()) << name;
    }
}

void TestText::readsNamesOfEachCharacterSet()
{
    QFETCH(QString, path);
    QFETCH(QString, name);

    const auto file = dicom::openDataset(path);

    QVERIFY(file);
    const dicom::DatasetText text(file->dataset());
    QCOMPARE(text.at(DCM_PatientName), name);
}

void TestText::guessesWhatWasNotDeclared_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << "Wang^Fang"_ba << u"Wang^Fang"_s;
    QTest::newRow("UTF-8") << "王^芳"_ba << u"王^芳"_s;
    QTest::newRow("GBK") << QByteArray::fromHex("cdf55eb7bc") << u"王^芳"_s;
}

void TestText::guessesWhatWasNotDeclared()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    DcmDataset dataset;

    QCOMPARE(dicom::DatasetText(dataset).decoded(bytes), text);
}

void TestText::theReaderMayChooseAnotherCharacterSet()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    dataset.putAndInsertString(DCM_PatientName, "\xD5\xC5^\xD6\xC7\xBA\xEA");

    QCOMPARE(dicom::DatasetText(dataset).at(DCM_PatientName), u"ÕÅ^ÖÇºê"_s);
    QCOMPARE(dicom::DatasetText(dataset).likelier(DCM_PatientName), u"GB18030"_s);
    QCOMPARE(dicom::DatasetText(dataset, u"GB18030"_s).at(DCM_PatientName), u"张^智宏"_s);
    QVERIFY(dicom::DatasetText(dataset, u"GB18030"_s).likelier(DCM_PatientName).isEmpty());
}

void TestText::saysWhichSetWasGuessed_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("guess");
    const auto gbk = QByteArray::fromHex("cdf55eb7bc");
    QTest::newRow("ASCII") << ""_ba << "Wang^Fang"_ba << u"Wang^Fang"_s << QString();
    QTest::newRow("UTF-8, nothing declared") << ""_ba << "王^芳"_ba << u"王^芳"_s << u"ISO_IR 192"_s;
    QTest::newRow("GBK, nothing declared") << ""_ba << gbk << u"王^芳"_s << u"GB18030"_s;
    QTest::newRow("GBK as UTF-8") << "ISO_IR 192"_ba << gbk << u"王^芳"_s << u"GB18030"_s;
    QTest::newRow("GBK, unknown set") << "KLINGON"_ba << gbk << u"王^芳"_s << u"GB18030"_s;
    QTest::newRow("a rare character of GBK")
        << ""_ba << QByteArray("\xD5\xC5^\xAB\x75") << u"张^玼"_s << u"GB18030"_s;
    QTest::newRow("an umlaut is no Chinese")
        << ""_ba << QByteArray("M\xFCller^J\xF6rg") << u"Müller^Jörg"_s << QString();
}

void TestText::saysWhichSetWasGuessed()
{
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, bytes);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, set.constData());
    dataset.putAndInsertString(DCM_PatientName, bytes.constData());
    const dicom::DatasetText text(dataset);

    QTEST(text.at(DCM_PatientName), "text");
    QTEST(text.guessed(DCM_PatientName), "guess");
}

void TestText::suspectsUtf8UnderAWesternLabel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("likelier");
    QTest::newRow("Chinese") << "张^伟"_ba << u"ISO_IR 192"_s;
    QTest::newRow("German") << "Müller^Jörg"_ba << u"ISO_IR 192"_s;
    QTest::newRow("GBK that might be Cyrillic in UTF-8") << QByteArray("\xD0\xBB^\xD1\xA9") << u"GB18030"_s;
    QTest::newRow("neither") << QByteArray("M\xFCller^J\xF6rg") << QString();
}

void TestText::suspectsUtf8UnderAWesternLabel()
{
    QFETCH(QByteArray, bytes);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    dataset.putAndInsertString(DCM_PatientName, bytes.constData());

    QTEST(dicom::DatasetText(dataset).likelier(DCM_PatientName), "likelier");
}

void TestText::aMarkOfTheByteOrderIsNoPartOfAName_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::newRow("declared") << "ISO_IR 192"_ba;
    QTest::newRow("guessed") << ""_ba;
}

void TestText::aMarkOfTheByteOrderIsNoPartOfAName()
{
    QFETCH(QByteArray, set);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, set.constData());
    dataset.putAndInsertString(DCM_PatientName, "\xEF\xBB\xBF张^伟");

    QCOMPARE(dicom::DatasetText(dataset).at(DCM_PatientName), u"张^伟"_s);
}

void TestText::onlyWesternTextsLookMislabelled_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("umlaut") << "ISO_IR 100"_ba << QByteArray("M\xFCller^J\xF6rg");
    QTest::newRow("ASCII") << "ISO_IR 100"_ba << "Wang^Fang"_ba;
    QTest::newRow("Cyrillic") << "ISO_IR 144"_ba << QByteArray("\xBB\xEE\xCE\xEE");
    QTest::newRow("UTF-8") << "ISO_IR 192"_ba << "王^芳"_ba;
}

void TestText::onlyWesternTextsLookMislabelled()
{
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, bytes);
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, set.constData());
    dataset.putAndInsertString(DCM_PatientName, bytes.constData());

    QVERIFY(dicom::DatasetText(dataset).likelier(DCM_PatientName).isEmpty());
    QVERIFY(dicom::DatasetText(dataset).guessed(DCM_PatientName).isEmpty());
    QVERIFY(dicom::DatasetText(dataset).explains(DCM_PatientName));
}

void TestText::anItemMayHaveItsOwnCharacterSet()
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
    DcmItem own;
    own.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
    own.putAndInsertString(DCM_PatientName, "芳");
    DcmItem inherits;
    inherits.putAndInsertString(DCM_PatientName, "J\xF6rg");

    QCOMPARE(dicom::DatasetText(dataset).of(own, DCM_PatientName), u"芳"_s);
    QCOMPARE(dicom::DatasetText(dataset).of(inherits, DCM_PatientName), u"Jörg"_s);
}

void TestText::showsAPersonNameForTheEye_data()
{
    QTest::addColumn<QString>("pn");
    QTest::addColumn<QString>("shown");
    QTest::newRow("ideographic") << u"Wang^Xiaoming=王^小明"_s << u"王小明"_s;
    QTest::newRow("ideographic only") << u"=王^小明"_s << u"王小明"_s;
    QTest::newRow("alphabetic") << u"Müller^Jörg"_s << u"Müller Jörg"_s;
    QTest::newRow("family alone") << u"王小明"_s << u"王小明"_s;
    QTest::newRow("empty groups") << u"=="_s << QString();
}

void TestText::showsAPersonNameForTheEye()
{
    QFETCH(QString, pn);
    QFETCH(QString, shown);

    QCOMPARE(dicom::personName(pn), shown);
}

void TestText::keepsPartialDatesPartial()
{
    QCOMPARE(dicom::isoDate(u"20261122"_s), u"2026-11-22"_s);
    QCOMPARE(dicom::isoDate(u"2026.11.22"_s), u"2026-11-22"_s);
    QCOMPARE(dicom::isoDate(u"202611"_s), u"2026-11"_s);
    QCOMPARE(dicom::isoDate(u"2026"_s), u"2026"_s);
    QCOMPARE(dicom::isoDate(u"20261322"_s), QString());
    QCOMPARE(dicom::isoTime(u"093000.125"_s), u"09:30:00"_s);
    QCOMPARE(dicom::isoTime(u"0930"_s), u"09:30"_s);
    QCOMPARE(dicom::isoTime(u"25"_s), QString());
}

void TestText::derivesValidUids()
{
    const QString uid = dicom::derivedUid(u"1.2.3"_s, u"series"_s);

    QVERIFY(dicom::isUid(uid));
    QCOMPARE(dicom::derivedUid(u"1.2.3"_s, u"series"_s), uid);
    QVERIFY(dicom::derivedUid(u"1.2.3"_s, u"instance/1"_s) != uid);
    QVERIFY(!dicom::isUid(u"1.02.3"_s));
    QVERIFY(!dicom::isUid(u"1..3"_s));
    for (const auto &usable : {u"1.02.3"_s, u"05fa52f0-B_1"_s, QString(64, u'2')})
        QVERIFY2(dicom::isUsableUid(usable), qPrintable(usable));
    for (const auto &unusable :
         {QString(), u".."_s, u"1/2"_s, u"1.2*"_s, u"1.2\\1.3"_s, u"1.2\n"_s, QString(65, u'2')})
        QVERIFY2(!dicom::isUsableUid(unusable), qPrintable(unusable));
    QVERIFY(!dicom::isUid(QString(u"1."_s + QString(63, u'2'))));
}

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
