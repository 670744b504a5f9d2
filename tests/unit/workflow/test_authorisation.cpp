#include "unit/workflow/clinic.h"
#include "workflow/administration/export_hospital.h"
#include "workflow/diagnostics/export_images.h"

#include <functional>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;

namespace {

template <typename T>
Error errorOf(const Result<T> &result)
{
    return result ? Error{ErrorKind::Internal, u"was.done"_s} : result.error();
}

/// Tries one act at its usual moment; the permission is taken away just before.
struct Attempt
{
    QString permission;
    std::function<Error(Clinic &, const std::function<void()> &)> run;
};

const std::map<QString, Attempt> &attempts()
{
    using Refuse = std::function<void()>;
    static const std::map<QString, Attempt> all{
        {u"register a patient"_s,
         {u"patient.register"_s,
          [](Clinic &c, const Refuse &refuse) {
              refuse();
              return errorOf(await(registerPatient(
                  c.context, c.command(), {u"王"_s, {}, c.world.patient.birthDate, {}, {}, {}, {}})));
          }}},
        {u"check in"_s,
         {u"encounter.check-in"_s,
          [](Clinic &c, const Refuse &refuse) {
              refuse();
              return errorOf(await(checkIn(c.context, c.command(), c.wish())));
          }}},
        {u"call"_s,
         {u"queue.call"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto slip = c.checkedIn();
              refuse();
              return errorOf(await(callPatient(c.context, c.command(), slip.task.id)));
          }}},
        {u"open a record"_s,
         {u"patient.read"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto task = c.called();
              refuse();
              return errorOf(await(openVisit(c.context, task.id)));
          }}},
        {u"sign a note"_s,
         {u"composition.sign"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto task = c.called();
              refuse();
              return errorOf(c.sign(task, c.aDraft()));
          }}},
        {u"sign a prescription"_s,
         {u"medication-request.sign"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto task = c.called();
              refuse();
              return errorOf(c.sign(task, c.aDraft()));
          }}},
        {u"review"_s,
         {u"prescription.review"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto prescription = c.signedPrescription();
              refuse();
              return errorOf(await(reviewPrescription(c.context, c.command(), {prescription.id, true, {}})));
          }}},
        {u"take a payment"_s,
         {u"payment.take"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto payment = c.paymentOf(c.reviewed(c.signedPrescription()));
              refuse();
              return errorOf(c.pay(payment));
          }}},
        {u"look up lots"_s,
         {u"stock.read"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto prescription = c.paid();
              refuse();
              return errorOf(await(proposePicks(c.context, prescription.id)));
          }}},
        {u"dispense"_s,
         {u"medication.dispense"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto prescription = c.paid();
              const auto lines = Clinic::must(await(proposePicks(c.context, prescription.id)));
              refuse();
              return errorOf(await(dispense(c.context, c.command(), prescription.id, lines)));
          }}},
        {u"hand over"_s,
         {u"medication.dispense"_s,
          [](Clinic &c, const Refuse &refuse) {
              const auto prescription = c.paid();
              const auto lines = Clinic::must(await(proposePicks(c.context, prescription.id)));
              Clinic::must(await(dispense(c.context, c.command(), prescription.id, lines)));
              refuse();
              return errorOf(await(handOver(c.context, c.command(), prescription.id)));
          }}},
        {u"attach images"_s,
         {u"imaging.attach"_s,
          [](Clinic &c, const Refuse &refuse) {
              refuse();
              return errorOf(
                  await(attachStudies(c.context, c.command(), c.world.patient.id, u"images"_s, {}, true)));
          }}},
        {u"export images"_s,
         {u"imaging.export"_s,
          [](Clinic &c, const Refuse &refuse) {
              refuse();
              return errorOf(
                  await(exportImages(c.context, c.command(), c.world.patient.id, nullptr, {}, {}, {})));
          }}},
        {u"export the hospital"_s,
         {u"database.maintain"_s,
          [](Clinic &c, const Refuse &refuse) {
              refuse();
              return errorOf(await(exportHospital(c.context, c.command(), nullptr, {})));
          }}},
    };
    return all;
}

} // namespace

class TestAuthorisation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actWithoutPermissionIsRefusedAndAudited_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, attempt] : attempts())
            QTest::newRow(qPrintable(name)) << name;
    }
    void actWithoutPermissionIsRefusedAndAudited()
    {
        QFETCH(QString, name);
        const auto &attempt = attempts().at(name);
        Clinic clinic;
        std::size_t announcedBefore = 0;
        std::size_t auditedBefore = 0;

        const auto error = attempt.run(clinic, [&] {
            clinic.world.policy->refused.insert(attempt.permission);
            announcedBefore = clinic.announced.size();
            auditedBefore = clinic.store->audit().size();
        });

        QCOMPARE(error.code, u"access.denied"_s);
        QCOMPARE(error.kind, ErrorKind::Forbidden);
        QCOMPARE(error.detail, u"physician"_s);
        QCOMPARE(clinic.announced.size(), announcedBefore);
        QCOMPARE(clinic.store->audit().size(), auditedBefore + 1);
        const auto &event = clinic.store->audit().back();
        QCOMPARE(event.act, attempt.permission);
        QCOMPARE(event.outcome, security::AuditOutcome::Refused);
        QCOMPARE(event.agent, clinic.world.physician.id);
        QCOMPARE(event.workstation, u"test-1"_s);
        QCOMPARE(event.recorded, clinic.world.clock->now());
    }

    void grantedActIsAuditedWithItsPatient()
    {
        Clinic clinic;
        clinic.checkedIn();
        const auto &event = clinic.store->audit().back();
        QCOMPARE(event.act, u"encounter.check-in"_s);
        QCOMPARE(event.outcome, security::AuditOutcome::Success);
        QCOMPARE(event.patient, clinic.world.patient.id);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAuthorisation)
#include "test_authorisation.moc"
