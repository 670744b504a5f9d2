#include "unit/workflow/clinic.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

ImageSeries aSeries(const QString &uid, int instances = 3)
{
    ImageSeries series;
    series.studyInstanceUid = uid;
    series.modality = u"CT"_s;
    series.studyDescription = u"胸部"_s;
    series.studyDate = u"2026-11-20"_s;
    series.patientId = u"100238"_s;
    series.patientName = u"张伟"_s;
    series.patientBirthDate = u"1981-03-14"_s;
    series.instances.resize(std::size_t(instances));
    return series;
}

ImageSeries labelled(const QString &id, const QString &name, const QString &birth, const QString &sex = {})
{
    auto series = aSeries(u"2.25.1"_s);
    series.patientId = id;
    series.patientName = name;
    series.patientBirthDate = birth;
    series.patientSex = sex;
    return series;
}

auto attach(const Clinic &clinic,
            const std::vector<ImageSeries> &series,
            bool isConfirmed,
            const QString &place = u"images"_s,
            const std::map<QString, QString> &copies = {})
{
    return await(attachStudies(clinic.context, clinic.command(), clinic.world.patient.id, place, series,
                               isConfirmed, copies));
}

} // namespace

class TestAttachStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoseImagesTheyAre_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("sex");
        QTest::addColumn<ImageIdentity>("identity");
        using enum ImageIdentity;
        QTest::newRow("all agree") << "100238" << u"张伟"_s << "1981-03-14" << "M" << Same;
        QTest::newRow("sex is not said") << "100238" << u"张伟"_s << "1981-03-14" << "" << Same;
        QTest::newRow("sex is other") << "100238" << u"张伟"_s << "1981-03-14" << "O" << Same;
        QTest::newRow("other sex") << "100238" << u"张伟"_s << "1981-03-14" << "F" << Different;
        QTest::newRow("other sex, no number") << "" << u"张伟"_s << "1981-03-14" << "F" << Different;
        QTest::newRow("no number") << "" << u"张伟"_s << "1981-03-14" << "" << Same;
        QTest::newRow("another number") << "X-7" << u"张伟"_s << "1981-03-14" << "M" << OtherNumber;
        QTest::newRow("another number and sex") << "X-7" << u"张伟"_s << "1981-03-14" << "F" << Different;
        QTest::newRow("known number") << "LAB-9" << u"张伟"_s << "1981-03-14" << "M" << Same;
        QTest::newRow("known number, other name") << "LAB-9" << u"李娜"_s << "1981-03-14" << "M" << Different;
        QTest::newRow("namesake") << "X-7" << u"张伟"_s << "1990-01-01" << "" << Different;
        QTest::newRow("somebody else") << "X-7" << u"李娜"_s << "1981-03-14" << "" << Different;
        QTest::newRow("name only") << "" << u"张伟"_s << "" << "" << Different;
        QTest::newRow("nobody") << "" << "" << "" << "" << Unlabelled;
    }
    void tellsWhoseImagesTheyAre()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(QString, birth);
        QFETCH(QString, sex);
        QFETCH(ImageIdentity, identity);
        auto patient = Clinic().world.patient;
        patient.identifiers = {{u"MR"_s, u"urn:oid:2.25.9"_s, u"LAB-9"_s}};
        QCOMPARE(identityOf({labelled(id, name, birth, sex)}, patient), identity);
    }

    void oneForeignSeriesMakesAllForeign()
    {
        Clinic clinic;
        const auto foreign = labelled(u"X-7"_s, u"李娜"_s, u"1990-01-01"_s);
        QCOMPARE(identityOf({aSeries(u"2.25.1"_s), foreign}, clinic.world.patient), ImageIdentity::Different);
        QCOMPARE(identityOf({foreign, labelled({}, {}, {})}, clinic.world.patient), ImageIdentity::Different);
        const auto elsewhere = labelled(u"X-7"_s, u"张伟"_s, u"1981-03-14"_s);
        QCOMPARE(identityOf({elsewhere, aSeries(u"2.25.1"_s)}, clinic.world.patient),
                 ImageIdentity::OtherNumber);
        QCOMPARE(identityOf({elsewhere, foreign}, clinic.world.patient), ImageIdentity::Different);
    }

    void noImagesAreNobodys() { QCOMPARE(identityOf({}, Clinic().world.patient), ImageIdentity::Unlabelled); }

    void seriesOfOneStudyBecomeOneStudy()
    {
        Clinic clinic;
        const auto studies = attach(
            clinic, {aSeries(u"2.25.1"_s, 3), aSeries(u"2.25.1"_s, 4), aSeries(u"2.25.2"_s, 1)}, false);
        QCOMPARE(refusalWithDetail(studies), QString());
        QCOMPARE(studies->size(), 2U);
        const auto &first =
            studies->front().studyInstanceUid == u"2.25.1"_s ? studies->front() : studies->back();
        QCOMPARE(first.numberOfSeries, 2);
        QCOMPARE(first.numberOfInstances, 7);
        QCOMPARE(first.description, u"胸部"_s);
        QCOMPARE(clinic.store->audit().back().detail, u"studies=2 identity=same"_s);
    }

    void anotherPatientsImagesAreRefusedUnlessAPersonConfirms()
    {
        Clinic clinic;
        for (const auto &series : {labelled(u"X-7"_s, u"李娜"_s, u"1990-01-01"_s), labelled({}, {}, {})}) {
            const auto refused = attach(clinic, {series}, false);
            QCOMPARE(refused.error().kind, ErrorKind::Conflict);
            QCOMPARE(refused.error().code, u"imaging.other-patient"_s);
        }
        QVERIFY(clinic.found(query::studiesOfPatient, clinic.world.patient.id).empty());

        QVERIFY(attach(clinic, {labelled(u"X-7"_s, u"李娜"_s, u"1990-01-01"_s)}, true));
        QCOMPARE(clinic.store->audit().back().detail, u"studies=1 identity=confirmed"_s);
    }

    void aNumberThatNobodyKnowsIsAskedAbout()
    {
        Clinic clinic;
        const auto elsewhere = labelled(u"X-7"_s, u"张伟"_s, u"1981-03-14"_s, u"M"_s);
        QCOMPARE(refusal(attach(clinic, {elsewhere}, false)), u"imaging.other-number"_s);
        QVERIFY(attach(clinic, {elsewhere}, true));
        QCOMPARE(clinic.store->audit().back().detail, u"studies=1 identity=confirmed"_s);
    }

    void anotherPatientsNumberIsAnotherPatient()
    {
        Clinic clinic;
        auto namesake = clinic.world.patient;
        namesake.id = clinic.context.newId<administration::Patient>();
        namesake.mrn = u"777123"_s;
        namesake.identityNumber = u"110199198103140129"_s;
        auto work = clinic.context.begin(clinic.command(), u"patient.register"_s, namesake.id, {});
        work.insert(namesake);
        QVERIFY(await(clinic.store->commit(std::move(work))));

        const auto hers = labelled(u"777123"_s, u"张伟"_s, u"1981-03-14"_s, u"M"_s);
        QCOMPARE(refusal(attach(clinic, {aSeries(u"2.25.1"_s), hers}, false)), u"imaging.other-mrn"_s);
        QVERIFY(clinic.found(query::studiesOfPatient, clinic.world.patient.id).empty());
    }

    void aStudyOnRecordIsCountedAnew()
    {
        Clinic clinic;
        QVERIFY(attach(clinic, {aSeries(u"2.25.1"_s, 3)}, false));
        const auto more = attach(clinic, {aSeries(u"2.25.1"_s, 3), aSeries(u"2.25.1"_s, 2)}, false);

        QCOMPARE(refusalWithDetail(more), QString());
        QCOMPARE(more->size(), 1U);
        QCOMPARE(more->front().numberOfSeries, 2);
        QCOMPARE(more->front().numberOfInstances, 5);
    }

    void nothingNewIsNoActOfItsOwn()
    {
        Clinic clinic;
        QVERIFY(attach(clinic, {aSeries(u"2.25.1"_s)}, false));
        const auto acts = clinic.store->audit().size();
        QCOMPARE(attach(clinic, {aSeries(u"2.25.1"_s)}, false)->size(), 1U);
        QCOMPARE(clinic.store->audit().size(), acts);
    }

    void aStudyOnRecordElsewhereIsRefusedUnlessItWasCopied()
    {
        Clinic clinic;
        QVERIFY(attach(clinic, {aSeries(u"2.25.1"_s)}, false));
        QCOMPARE(refusal(attach(clinic, {aSeries(u"2.25.1"_s)}, false, u"stick"_s)), u"store.unique"_s);

        const auto copied =
            attach(clinic, {aSeries(u"2.25.1"_s, 4)}, false, u"stick"_s, {{u"2.25.1"_s, u"kept"_s}});
        QCOMPARE(copied->size(), 1U);
        QCOMPARE(copied->front().endpoint, u"kept"_s);
        QCOMPARE(copied->front().numberOfInstances, 4);
    }

    void repeatedClickAttachesOnce()
    {
        Clinic clinic;
        const auto command = clinic.command();
        for (int click = 0; click < 2; ++click) {
            const auto studies = await(attachStudies(clinic.context, command, clinic.world.patient.id,
                                                     u"images"_s, {aSeries(u"2.25.1"_s)}, false));
            QCOMPARE(studies->size(), 1U);
        }
    }

    void descriptionThatNoStoreKeepsIsRefused()
    {
        Clinic clinic;
        auto series = aSeries(u"2.25.1"_s);
        series.studyDescription = u"a"_s + QChar(u'\0') + u"b"_s;
        QCOMPARE(refusalWithDetail(attach(clinic, {series}, false)), u"text.nul 1"_s);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAttachStudy)
#include "test_attach_study.moc"
