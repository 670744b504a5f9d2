#include "support/hostile_texts.h"
#include "unit/workflow/clinic.h"
#include "workflow/consultation/record_allergy.h"

#include <QTest>

#include <functional>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

PatientDetails someone(const QString &name)
{
    return {name, administration::Gender::Female, *Date::parse(u"1949-12-31"_s), {}, {}, {}, {}};
}

/// What a use case made of a text: the texts it stored, or why it refused.
using Kept = Result<QStringList>;
/// \param text  typed into every field of free text that the act has
using Act = std::function<Kept(Clinic &clinic, const QString &text)>;

Kept registered(Clinic &clinic, const QString &text)
{
    auto details = someone(text);
    details.address = text;
    details.phone = text;
    TRY(const auto patient, await(registerPatient(clinic.context, clinic.command(), details)));
    return QStringList{patient.name, patient.address, patient.phone};
}

Kept signedNote(Clinic &clinic, const QString &text)
{
    auto draft = clinic.aDraft();
    draft.sections[u"10154-3"_s] = text;
    draft.sections[u"18776-5"_s] = text;
    draft.diagnoses[0].note = text;
    TRY_VOID(clinic.sign(clinic.called(), draft));
    QStringList kept;
    const auto notes = clinic.found(query::compositionsOfPatient, clinic.world.patient.id);
    for (const auto &section : notes.front().sections) {
        if (section.code != u"10164-2"_s)
            kept.append(section.text);
    }
    kept.append(clinic.found(query::conditionsOfPatient, clinic.world.patient.id).front().note);
    return kept;
}

Kept returned(Clinic &clinic, const QString &text)
{
    const auto prescription = clinic.signedPrescription();
    TRY(const auto sent,
        await(reviewPrescription(clinic.context, clinic.command(), {prescription.id, false, text})));
    return QStringList{sent.reviewNote};
}

Kept allergic(Clinic &clinic, const QString &text)
{
    AllergyEntry entry;
    entry.substance = text;
    entry.substanceEn = text;
    entry.reactions = {text};
    TRY(const auto allergy,
        await(recordAllergy(clinic.context, clinic.command(), clinic.world.patient.id, entry)));
    return QStringList{allergy.substance, allergy.substanceEn, allergy.reaction};
}

Kept struck(Clinic &clinic, const QString &text)
{
    AllergyEntry entry;
    entry.substance = u"青霉素"_s;
    TRY(const auto allergy,
        await(recordAllergy(clinic.context, clinic.command(), clinic.world.patient.id, entry)));
    TRY(const auto gone, await(strikeAllergy(clinic.context, clinic.command(), allergy.id, text)));
    return QStringList{gone.errorReason.value_or(QString())};
}

const std::map<QString, Act> &acts()
{
    static const std::map<QString, Act> all{{u"register a patient"_s, registered},
                                            {u"sign a note"_s, signedNote},
                                            {u"return a prescription"_s, returned},
                                            {u"record an allergy"_s, allergic},
                                            {u"strike an allergy"_s, struck}};
    return all;
}

} // namespace

/// What people type, in every use case that takes words: kept as it is, or refused with a reason; never half, never something else.
class TestHostileTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptAsTyped_data()
    {
        QTest::addColumn<QString>("act");
        for (const auto &[name, act] : acts())
            QTest::newRow(qPrintable(name)) << name;
    }

    void areKeptAsTyped()
    {
        QFETCH(QString, act);
        auto texts = hostileTexts();
        texts.push_back({u"a million characters"_s, longText()});
        for (const auto &hostile : texts) {
            Clinic clinic;
            const auto kept = acts().at(act)(clinic, hostile.text);
            QVERIFY2(kept, qPrintable(hostile.name + u": "_s + (kept ? QString() : kept.error().code)));
            for (const auto &text : *kept)
                QVERIFY2(text.trimmed() == hostile.text.trimmed(), qPrintable(hostile.name));
        }
    }

    void impossibleOnesAreRefusedWithTheirPlace_data() { areKeptAsTyped_data(); }

    void impossibleOnesAreRefusedWithTheirPlace()
    {
        QFETCH(QString, act);
        for (const auto &impossible : impossibleTexts(4)) {
            Clinic clinic;
            const auto kept = acts().at(act)(clinic, impossible.text);
            QVERIFY(!kept);
            QCOMPARE(kept.error().code, impossible.name);
            QCOMPARE(kept.error().detail, u"4"_s);
            QCOMPARE(kept.error().kind, ErrorKind::Invalid);
        }
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestHostileTexts)
#include "test_hostile_texts.moc"
