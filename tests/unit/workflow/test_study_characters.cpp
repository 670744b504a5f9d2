#include "unit/workflow/clinic.h"
#include "workflow/diagnostics/study_characters.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

ImageSeries aSeries(const QString &study, const QString &name = u"ÕÅÎ°"_s)
{
    ImageSeries series;
    series.studyInstanceUid = study;
    series.seriesInstanceUid = study + u".1"_s;
    series.patientName = name;
    return series;
}

/// Names everybody "Zhang"; remembers what it was asked to read.
class ReadingSource : public ImageSource
{
public:
    std::vector<ImageSeries> listed;
    QStringList read;
    std::optional<Error> failure;
    QString likelier;           ///< what every text looks like as it is declared
    QStringList misfittingSets; ///< in which the texts have no meaning; empty among them: as declared

    Task<Result<std::vector<ImageSeries>>> list(QString, std::stop_token) override
    {
        co_return Result<std::vector<ImageSeries>>(std::vector<ImageSeries>(listed));
    }
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(ImageInstance, int, std::stop_token) override
    {
        co_return cancelled();
    }
    Task<Result<std::vector<SeriesReading>>> readTexts(std::vector<ImageSeries> series,
                                                       QString characterSet,
                                                       std::stop_token) override
    {
        if (failure)
            co_return Result<std::vector<SeriesReading>>(*failure);
        std::vector<SeriesReading> readings;
        for (auto &one : series) {
            read.append(one.studyInstanceUid + u'=' + characterSet);
            one.patientName = u"Zhang"_s;
            one.characterSet = characterSet;
            readings.push_back({.series = std::move(one),
                                .declared = u"ISO_IR 100"_s,
                                .isClean = !misfittingSets.contains(characterSet),
                                .likelier = characterSet.isEmpty() ? likelier : QString()});
        }
        co_return Result<std::vector<SeriesReading>>(std::move(readings));
    }
};

} // namespace

/// By which characters the texts of a study are read.
class TestStudyCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChoiceStandsOnTheRecordAndInTheTrail()
    {
        Clinic clinic;
        const auto study = attached(clinic);

        const auto chosen = choose(clinic, study, u"GB18030"_s);

        QCOMPARE(refusalWithDetail(chosen), QString());
        QCOMPARE(chosen->characterSet, std::optional(u"GB18030"_s));
        QCOMPARE(chosenCharacters({*chosen}), (ChosenCharacters{{u"2.25.1"_s, u"GB18030"_s}}));
        QCOMPARE(clinic.found(query::studiesOfPatient, clinic.world.patient.id).front(), *chosen);
        QCOMPARE(clinic.store->audit().back().act, u"imaging.characters"_s);
        QCOMPARE(clinic.store->audit().back().detail, u"characters=GB18030"_s);
    }

    void theChoiceCanBeTakenBack()
    {
        Clinic clinic;
        const auto study = attached(clinic);
        QVERIFY(choose(clinic, study, u"GB18030"_s));

        const auto back = choose(clinic, study, {});

        QCOMPARE(refusalWithDetail(back), QString());
        QVERIFY(!back->characterSet);
        QVERIFY(chosenCharacters({*back}).empty());
        QCOMPARE(clinic.store->audit().back().detail, u"characters=declared"_s);
    }

    void whatCannotBeATermIsRefused()
    {
        Clinic clinic;
        const auto study = attached(clinic);

        QCOMPARE(refusal(choose(clinic, study, u"gb'; --"_s)), u"imaging.charset-unknown"_s);
        QVERIFY(!clinic.found(query::studiesOfPatient, clinic.world.patient.id).front().characterSet);
    }

    void onlyThoseWhoMayAttachMayChoose()
    {
        Clinic clinic;
        const auto study = attached(clinic);
        clinic.world.policy->refused.insert(u"imaging.attach"_s);

        QCOMPARE(refusal(choose(clinic, study, u"GB18030"_s)), u"access.denied"_s);
    }

    void onlyWhatWasChosenIsReadAgain()
    {
        const auto source = std::make_shared<ReadingSource>();
        source->listed = {aSeries(u"2.25.1"_s), aSeries(u"2.25.2"_s)};

        const auto series =
            await(listInChosenCharacters(source, u"/ct"_s, {{u"2.25.2"_s, u"GB18030"_s}}, {}));

        QVERIFY(series);
        QCOMPARE(source->read, QStringList{u"2.25.2=GB18030"_s});
        QCOMPARE(series->front().patientName, u"ÕÅÎ°"_s);
        QCOMPARE(series->back().patientName, u"Zhang"_s);
        source->read.clear();
        QVERIFY(await(inChosenCharacters(source, *series, {{u"2.25.2"_s, u"GB18030"_s}}, {})));
        QVERIFY(source->read.isEmpty());
        QVERIFY(await(inChosenCharacters(source, *series, {}, {})));
        QCOMPARE(source->read, QStringList{u"2.25.2="_s});
    }

    /// A name that is not readable is better than no pictures, and it does not claim to be what was chosen.
    void whatCannotBeReadAgainStaysAsItIs()
    {
        const auto source = std::make_shared<ReadingSource>();
        source->failure = Error{ErrorKind::NotFound, u"imaging.location-missing"_s};

        const auto series = await(
            inChosenCharacters(source, std::vector{aSeries(u"2.25.1"_s)}, {{u"2.25.1"_s, u"GB18030"_s}}, {}));

        QVERIFY(series);
        QCOMPARE(series->front(), aSeries(u"2.25.1"_s));
    }

    void aNameIsDoubtedWhereAnotherSetFits()
    {
        const auto source = std::make_shared<ReadingSource>();
        source->likelier = u"GB18030"_s;

        const auto doubtful = await(doubtfulNames(source, {aSeries(u"2.25.1"_s)}, {}));

        QCOMPARE(doubtful.size(), 1U);
        QCOMPARE(doubtful.front().series.characterSet, u"GB18030"_s);
        QCOMPARE(doubtful.front().declared, u"ISO_IR 100"_s);
    }

    void aNameIsDoubtedWhereItIsNoText()
    {
        const auto source = std::make_shared<ReadingSource>();
        source->misfittingSets = {QString()};

        const auto doubtful = await(doubtfulNames(source, {aSeries(u"2.25.1"_s)}, {}));

        QCOMPARE(doubtful.size(), 1U);
        QVERIFY(!doubtful.front().isClean && doubtful.front().series.characterSet.isEmpty());
        QCOMPARE(source->read, QStringList{u"2.25.1="_s});
    }

    void nothingElseIsDoubted()
    {
        const auto source = std::make_shared<ReadingSource>();
        auto chosen = aSeries(u"2.25.1"_s);
        chosen.characterSet = u"GB18030"_s;

        QVERIFY(await(doubtfulNames(source, {aSeries(u"2.25.2"_s)}, {})).empty()); // clean as declared
        source->likelier = u"GB18030"_s;
        QVERIFY(await(doubtfulNames(source, {chosen}, {})).empty());
        source->misfittingSets = {u"GB18030"_s};
        QVERIFY(await(doubtfulNames(source, {aSeries(u"2.25.2"_s)}, {})).empty());
        source->failure = Error{ErrorKind::Unavailable, u"imaging.no-charsets"_s};
        QVERIFY(await(doubtfulNames(source, {aSeries(u"2.25.2"_s)}, {})).empty());
    }

private:
    static Id<diagnostics::ImagingStudy> attached(const Clinic &clinic)
    {
        const auto studies = await(attachStudies(clinic.context, clinic.command(), clinic.world.patient.id,
                                                 u"images"_s, {aSeries(u"2.25.1"_s)}, true));
        return studies->front().id;
    }

    static Result<diagnostics::ImagingStudy> choose(const Clinic &clinic,
                                                    Id<diagnostics::ImagingStudy> study,
                                                    const QString &characterSet)
    {
        return await(chooseCharacters(clinic.context, clinic.command(), study, characterSet));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestStudyCharacters)
#include "test_study_characters.moc"
