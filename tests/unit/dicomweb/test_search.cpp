#include "integration/dicomweb/search_query.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::workflow;
using namespace Qt::StringLiterals;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsGiven_data();
    void asksForWhatIsGiven();
    void asksForNothingMore();
    void knowsChineseNames_data();
    void knowsChineseNames();
    void asksPlainlyWhereItMust();
    void takesOutWhatWasNotMeant_data();
    void takesOutWhatWasNotMeant();
    void demandsTheNameOfAll();
};

void TestSearch::asksForWhatIsGiven_data()
{
    QTest::addColumn<StudyQuery>("query");
    QTest::addColumn<QString>("parameter");
    const auto row = [](const char *name, const QString &parameter, auto field, const auto &value) {
        StudyQuery query;
        query.*field = value;
        QTest::newRow(name) << query << parameter;
    };
    row("patient id", u"PatientID=A%261%2B2%3D3"_s, &StudyQuery::patientId, u" A&1+2=3 "_s);
    row("wildcards", u"PatientName=Wang%5EX*"_s, &StudyQuery::patientName, u"Wang^X*"_s);
    row("Chinese", u"PatientName=*%E7%8E%8B*%E5%B0%8F*%E6%98%8E*"_s, &StudyQuery::patientName, u"王 小明"_s);
    row("Chinese and a wildcard", u"PatientName=*%E7%8E%8B*"_s, &StudyQuery::patientName, u"王*"_s);
    row("Chinese in parts", u"PatientName=*%E7%8E%8B*%E5%B0%8F*%E6%98%8E*"_s, &StudyQuery::patientName,
        u"王^小明"_s);
    row("Latin", u"PatientName=Rong*"_s, &StudyQuery::patientName, u"Rong"_s);
    row("family and given name", u"PatientName=Ji*Rong*"_s, &StudyQuery::patientName, u" Ji  Rong"_s);
    row("accession number", u"AccessionNumber=A7"_s, &StudyQuery::accessionNumber, u"A7"_s);
    row("modality", u"ModalitiesInStudy=CT"_s, &StudyQuery::modality, u"CT"_s);
    row("uid", u"StudyInstanceUID=1.2.3"_s, &StudyQuery::studyInstanceUid, u"1.2.3"_s);
    row("from", u"StudyDate=20260304-"_s, &StudyQuery::from, QDate(2026, 3, 4));
    row("to", u"StudyDate=-20260304"_s, &StudyQuery::to, QDate(2026, 3, 4));
    row("limit", u"limit=7"_s, &StudyQuery::limit, 7);
    StudyQuery days;
    days.from = QDate(2026, 3, 4);
    days.to = QDate(2026, 3, 5);
    QTest::newRow("days") << days << u"StudyDate=20260304-20260305"_s;
    days.to = days.from;
    QTest::newRow("one day") << days << u"StudyDate=20260304"_s;
}

void TestSearch::asksForWhatIsGiven()
{
    QFETCH(StudyQuery, query);
    QFETCH(QString, parameter);

    QUrl url(u"http://127.0.0.1/studies"_s);
    url.setQuery(dicomweb::studyParameters(query));

    const auto sent = QString::fromLatin1(url.toEncoded()).section(u'?', 1).split(u'&');
    QVERIFY2(sent.contains(parameter), qPrintable(sent.join(u' ')));
}

void TestSearch::asksForNothingMore()
{
    QCOMPARE(dicomweb::studyParameters({}).toString(),
             u"includefield=00081030&limit=200&fuzzymatching=false"_s);
}

void TestSearch::knowsChineseNames_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("the same") << u"王小明"_s << u"王小明"_s << true;
    QTest::newRow("a part") << u"小明"_s << u"王小明"_s << true;
    QTest::newRow("others between") << u"王明"_s << u"王小明"_s << false;
    QTest::newRow("not told") << u"王明"_s << QString() << true;
    QTest::newRow("a wildcard is the archive's") << u"王*明"_s << u"王小明"_s << true;
    QTest::newRow("Latin is the archive's") << u"Wang"_s << u"WANG Xiaoming"_s << true;
    QTest::newRow("nothing asked") << QString() << u"王小明"_s << true;
}

void TestSearch::knowsChineseNames()
{
    QFETCH(QString, asked);
    QFETCH(QString, found);
    StudyQuery query;
    query.patientName = asked;
    ArchivedStudy study;
    study.patientName = found;

    QTEST(dicomweb::isNameOf(study, query), "isMeant");
}

void TestSearch::asksPlainlyWhereItMust()
{
    StudyQuery query;
    query.patientId = u"A&1 2"_s;
    query.patientName = u"王小明"_s;
    query.accessionNumber = u"7"_s;

    const auto parameters = dicomweb::bareStudyParameters(query);

    QVERIFY(dicomweb::hasSigns(query));
    QCOMPARE(parameters.queryItemValue(u"PatientID"_s, QUrl::FullyEncoded), u"A?1?2"_s);
    QVERIFY(!parameters.hasQueryItem(u"PatientName"_s));
    QCOMPARE(parameters.queryItemValue(u"AccessionNumber"_s), u"7"_s);
    QCOMPARE(parameters.queryItemValue(u"limit"_s), u"2000"_s);
    QVERIFY(!dicomweb::hasSigns({}));
}

void TestSearch::takesOutWhatWasNotMeant_data()
{
    QTest::addColumn<QString>("askedName");
    QTest::addColumn<QString>("askedId");
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("nothing asked") << QString() << QString() << true;
    QTest::newRow("the id") << QString() << u"a&1 [x]"_s << true;
    QTest::newRow("another id") << QString() << u"a.1 [x]"_s << false;
    QTest::newRow("a wildcard") << QString() << u"A?1*"_s << true;
    QTest::newRow("the name as it is written") << u"Müller^J*"_s << QString() << true;
    QTest::newRow("the beginning of the name") << u"Müll"_s << QString() << true;
    QTest::newRow("another name") << u"Müller^K*"_s << QString() << false;
    QTest::newRow("Chinese") << u"王"_s << QString() << false;
}

void TestSearch::takesOutWhatWasNotMeant()
{
    QFETCH(QString, askedName);
    QFETCH(QString, askedId);
    StudyQuery query;
    query.patientName = askedName;
    query.patientId = askedId;
    ArchivedStudy study;
    study.patientName = u"Müller Jörg"_s;
    study.patientId = u"A&1 [x]"_s;

    QTEST(dicomweb::isMeant(study, query), "isMeant");
}

/// In a list of all studies those without a name are not of the one that was asked for.
void TestSearch::demandsTheNameOfAll()
{
    StudyQuery query;
    query.patientName = u"小明"_s;
    const auto isMeant = [&query](const QString &name) {
        ArchivedStudy study;
        study.patientName = name;
        return dicomweb::isMeant(study, query);
    };

    QVERIFY(isMeant(u"王 小明"_s));
    QVERIFY(!isMeant(u"王小大明"_s));
    QVERIFY(!isMeant({}));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
