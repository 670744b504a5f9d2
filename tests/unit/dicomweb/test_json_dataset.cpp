#include "integration/dicomweb/json_dataset.h"
#include "integration/dicomweb/study_answers.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::dicomweb;
using namespace Qt::StringLiterals;

class TestJsonDataset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues();
    void readsNames_data();
    void readsNames();
    void readsNothing();
    void readsOneAlone();
    void readsStudies();
    void leavesOutWhatCannotBeRead();
    void ordersSeries();
    void namesWhereItIsWrong_data();
    void namesWhereItIsWrong();
    void endsDeepAnswers();
};

void TestJsonDataset::readsValues()
{
    const auto read = readDatasets(R"([{
        "00080061": {"vr": "CS", "Value": ["CT", null, "SR"]},
        "0008103e": {"vr": "LO", "Value": [" Thorax "]},
        "00080050": {"vr": "SH"},
        "00201206": {"vr": "IS", "Value": [2]},
        "00201208": {"vr": "IS", "Value": ["600"]},
        "00200011": {"vr": "IS", "Value": ["many"]},
        "00081199": {"vr": "SQ", "Value": [{"00081155": {"vr": "UI", "Value": ["1.2"]}}]}}])");

    QVERIFY(read && read->size() == 1);
    const auto &dataset = read->front();
    QCOMPARE(dataset.texts(tags::ModalitiesInStudy), (QStringList{u"CT"_s, u"SR"_s}));
    QCOMPARE(dataset.text(tags::SeriesDescription), u"Thorax"_s);
    QCOMPARE(dataset.text(tags::AccessionNumber), QString());
    QCOMPARE(dataset.text(tags::PatientId), QString());
    QCOMPARE(dataset.number(tags::NumberOfStudyRelatedSeries), 2);
    QCOMPARE(dataset.number(tags::NumberOfStudyRelatedInstances), 600);
    QVERIFY(!dataset.number(tags::SeriesNumber));
    QCOMPARE(dataset.items(tags::ReferencedSopSequence).front().text(tags::ReferencedSopInstanceUid),
             u"1.2"_s);
}

void TestJsonDataset::readsNames_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Latin") << QByteArray(R"({"Alphabetic": "Wang^Xiaoming"})") << u"Wang Xiaoming"_s;
    QTest::newRow("Chinese alone") << QByteArray(R"({"Alphabetic": "王^小明"})") << u"王小明"_s;
    QTest::newRow("both") << QByteArray(
        R"({"Alphabetic": "Wang^Xiaoming", "Ideographic": "王^小明", "Phonetic": "x"})")
                          << u"王小明"_s;
    QTest::newRow("all parts") << QByteArray(R"({"Alphabetic": "Doe^Jane^M^Dr^PhD"})")
                               << u"Doe Jane M Dr PhD"_s;
    QTest::newRow("as a text") << QByteArray(R"("Wang^Xiaoming=王^小明")") << u"王小明"_s;
    QTest::newRow("none") << QByteArray("null") << QString();
}

void TestJsonDataset::readsNames()
{
    QFETCH(QByteArray, value);

    const auto read = readDatasets("[{\"00100010\": {\"vr\": \"PN\", \"Value\": [" + value + "]}}]");

    QVERIFY(read);
    QTEST(read->front().personName(tags::PatientName).shown(), "shown");
}

void TestJsonDataset::readsNothing()
{
    for (const auto &empty : {QByteArray(), QByteArray("[]"), QByteArray(" \n")}) {
        const auto read = readDatasets(empty);
        QVERIFY(read && read->empty());
    }
}

void TestJsonDataset::readsOneAlone()
{
    const auto read = readDatasets(R"({"00080018": {"vr": "UI", "Value": ["1.2.3"]}})");

    QVERIFY(read && read->size() == 1);
}

void TestJsonDataset::readsStudies()
{
    const auto read = readDatasets(R"([{
        "0020000D": {"vr": "UI", "Value": ["1.2.3"]},
        "00080020": {"vr": "DA", "Value": ["20260304"]},
        "00080030": {"vr": "TM", "Value": ["101530.123"]},
        "00100030": {"vr": "DA", "Value": ["1970.01.31"]},
        "00100020": {"vr": "LO", "Value": ["7"]}}])");
    QVERIFY(read);

    const auto studies = readStudies(*read);

    QCOMPARE(studies.rows.size(), 1U);
    QCOMPARE(studies.rows.front().studyDate, u"2026-03-04"_s);
    QCOMPARE(studies.rows.front().studyTime, u"10:15:30"_s);
    QCOMPARE(studies.rows.front().patientBirthDate, u"1970-01-31"_s);
    QVERIFY(!studies.rows.front().series);
}

/// No UID, one that leads elsewhere, and one that is no UID but tells studies apart.
void TestJsonDataset::leavesOutWhatCannotBeRead()
{
    const auto row = [](const QByteArray &tag, const QByteArray &uid) {
        return "{\"" + tag + R"(": {"vr": "UI", "Value": [")" + uid + "\"]}}";
    };
    for (const QByteArray tag : {"0020000D", "0020000E", "00080018"}) {
        const auto read = readDatasets("[" + row(tag, "1.2") + ", {}, " + row(tag, "../../etc") + ","
                                       + row(tag, "05fa52f0b0") + "]");
        QVERIFY(read);
        const auto expect = [](const auto &readable) {
            QCOMPARE(readable.rows.size(), 2);
            QCOMPARE(readable.left, 2);
        };
        if (tag == "0020000D")
            expect(readStudies(*read));
        else if (tag == "0020000E")
            expect(readSeries(u"1.2"_s, *read));
        else
            expect(readInstances(*read));
    }
}

void TestJsonDataset::ordersSeries()
{
    const auto row = [](const QByteArray &uid, const QByteArray &number) {
        return "{\"0020000E\": {\"vr\": \"UI\", \"Value\": [\"" + uid
            + "\"]}, \"00200011\": {\"vr\": \"IS\", \"Value\": [" + number + "]}}";
    };
    const auto read =
        readDatasets("[" + row("1.9", "10") + "," + row("1.8", "2") + "," + row("1.7", "2") + "]");
    QVERIFY(read);

    const auto series = readSeries(u"1.2"_s, *read);

    QCOMPARE(series.rows.size(), 3U);
    QCOMPARE(series.rows.at(0).seriesInstanceUid, u"1.7"_s);
    QCOMPARE(series.rows.at(2).seriesNumber, 10);
}

void TestJsonDataset::namesWhereItIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("a page") << QByteArray("<html>Login</html>") << u"1:1"_s;
    QTest::newRow("cut") << QByteArray(R"([{"00080018": {"vr")") << u"1:19"_s;
    QTest::newRow("a number") << QByteArray("17") << u"[]"_s;
    QTest::newRow("numbers") << QByteArray("[17]") << u"[0]"_s;
    QTest::newRow("no tag") << QByteArray(R"([{}, {"PatientName": {"vr": "PN"}}])") << u"[1].?"_s;
    QTest::newRow("no vr") << QByteArray(R"([{"00080018": {"Value": ["1"]}}])") << u"[0].00080018.vr"_s;
    QTest::newRow("a long vr") << QByteArray(R"([{"00080018": {"vr": "UIX"}}])") << u"[0].00080018.vr"_s;
    QTest::newRow("no list") << QByteArray(R"([{"00080018": {"vr": "UI", "Value": "1"}}])")
                             << u"[0].00080018.Value"_s;
    QTest::newRow("a list in the list")
        << QByteArray(R"([{"00080018": {"vr": "UI", "Value": ["1", []]}}])") << u"[0].00080018.Value[1]"_s;
    QTest::newRow("a name of numbers")
        << QByteArray(R"([{"00100010": {"vr": "PN", "Value": [{"Alphabetic": 7}]}}])")
        << u"[0].00100010.Value[0]"_s;
    QTest::newRow("an item that is none")
        << QByteArray(R"([{"00081199": {"vr": "SQ", "Value": [7]}}])") << u"[0].00081199.Value[0]"_s;
    QTest::newRow("a tag within an item")
        << QByteArray(R"([{"00081199": {"vr": "SQ", "Value": [{"0": {"vr": "UI"}}]}}])")
        << u"[0].00081199.Value[0].?"_s;
}

void TestJsonDataset::namesWhereItIsWrong()
{
    QFETCH(QByteArray, json);

    const auto read = readDatasets(json);

    QVERIFY(!read);
    QCOMPARE(read.error().code, u"archive.answer"_s);
    QVERIFY(read.error().kind == ErrorKind::Invalid);
    QTEST(read.error().detail, "place");
}

void TestJsonDataset::endsDeepAnswers()
{
    QByteArray deep = R"({"00080018": {"vr": "UI"}})";
    for (int i = 0; i < 17; ++i)
        deep = R"({"00081199": {"vr": "SQ", "Value": [)" + deep + "]}}";

    const auto read = readDatasets("[" + deep + "]");

    QVERIFY(!read);
    QVERIFY(!readDatasets(QByteArray("[").repeated(100'000)));
}

QTEST_GUILESS_MAIN(TestJsonDataset)
#include "test_json_dataset.moc"
