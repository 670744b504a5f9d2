// bench_load [DESKS [SECONDS [STORES]]]
// What simulated workstations ask of one PostgreSQL that flushes, on this machine, clients and all. The mix, per desk and minute: 2 finds of
// patients, 1 visit opened, 0.5 visits signed, 0.5 calls from the queue. Acts begin when their time has come, whether or not those before
// are answered; the desks share STORES real stores (each with its thread, its two connections and its feed), as many as can act at once.
// Without DESKS: how many have p99 within 100 ms, by doubling and halving.

#include "bench/measure.h"
#include "contract/store/postgres_database.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "support/world.h"
#include "workflow/ports/queries.h"

#include <QCoreApplication>
#include <QTimer>

#include <random>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatients = 20'000;

struct Answer
{
    std::map<QString, Timing> byAct;
    Timing all;
    int failed = 0;
    QString firstFailure;

    void add(const QString &act, double us)
    {
        byAct[act].us.push_back(us);
        all.us.push_back(us);
    }
};

class Hospital
{
public:
    explicit Hospital(int stores)
    {
        const bool isStarted =
            m_server.start({.values = {{u"max_connections"_s, u"600"_s}, {u"shared_buffers"_s, u"512MB"_s}},
                            .isFlushed = true});
        const auto trouble = isStarted ? m_database.make() : m_server.log();
        if (!trouble.isEmpty())
            qFatal("%s", qPrintable(trouble));
        fill();
        for (int i = 0; i < stores; ++i)
            m_stores.push_back(desk(i));
    }
    ~Hospital()
    {
        for (const auto &context : m_stores)
            context.store->close();
    }

    /// \returns what acts took that began within `seconds`
    Answer play(int desks, int seconds);

private:
    /// Patients and as many visits in progress, made by the server: they are read, not measured.
    void fill();
    workflow::Context desk(int number);
    void act(Answer &answer, const workflow::Context &context, const QString &act, std::size_t place);
    Task<Result<void>> find(workflow::Context context, QString text);
    Task<Result<void>> open(workflow::Context context, std::size_t place);
    workflow::UnitOfWork signing(const workflow::Context &context, std::size_t place) const;
    workflow::UnitOfWork call(const workflow::Context &context, std::size_t place) const;

    test::PostgresServer m_server;
    test::HospitalDatabase m_database{m_server};
    test::World m_world;
    std::vector<workflow::Context> m_stores;
    std::vector<administration::Patient> m_patients; ///< some of them, known to the desks
    std::vector<administration::Encounter> m_visits;
    std::vector<scheduling::QueueTask> m_tasks;
    int m_running = 0;
    std::size_t m_nextVisit = 0;
};

void Hospital::fill()
{
    auto backend = m_database.open(u"hospital"_s);
    if (!backend)
        qFatal("%s", qPrintable(logLine(backend.error())));
    m_world = test::aWorld(backend->store);
    m_world.context.rng = std::make_shared<SystemRng>();
    const auto hash = *security::hashPassword(u"right horse"_s);
    auto physician = *QCoro::waitFor(workflow::load(backend->store, m_world.physician.id));
    physician.passwordHash = hash;
    physician.passwordChangedAt = m_world.clock->now();
    auto work = m_world.context.begin(m_world.context.newCommand(), u"bench"_s);
    work.update(physician);
    for (int i = 0; i < 2000; ++i) {
        auto patient = m_world.patient;
        patient.id = m_world.context.newId<administration::Patient>();
        patient.mrn = u"L%1"_s.arg(i, 6, 10, QLatin1Char('0'));
        patient.identityNumber.clear();
        patient.phone = u"1990%1"_s.arg(i, 7, 10, QLatin1Char('0'));
        administration::Encounter visit;
        visit.id = m_world.context.newId<administration::Encounter>();
        visit.visitNumber = patient.mrn;
        visit.patient = patient.id;
        visit.department = m_world.department.id;
        visit.practitioner = physician.id;
        visit.start = m_world.clock->now();
        scheduling::QueueTask task;
        task.id = m_world.context.newId<scheduling::QueueTask>();
        task.encounter = visit.id;
        task.patient = patient.id;
        task.department = m_world.department.id;
        task.owner = physician.id;
        task.day = m_world.clock->today();
        task.number = i + 1;
        work.insert(patient).insert(visit).insert(task);
        patient.version = visit.version = task.version = 1;
        m_patients.push_back(patient);
        m_visits.push_back(visit);
        m_tasks.push_back(task);
    }
    const auto stored = QCoro::waitFor(backend->store->commit(std::move(work)));
    if (!stored)
        qFatal("%s", qPrintable(logLine(stored.error())));
    backend->store->close();
    const auto made = m_server.psql(
        u"INSERT INTO simiao.patient SELECT gen_random_uuid(), site, 1, recorded_at, recorded_by, 'G' || n, "
        u"'张' || "
        "chr(20000 + n % 5000), 'z' || chr(97 + n % 26), 'zhang', gender, birth_date, '', '1880' || "
        "lpad(n::text, 7, '0'), address, payer, "
        "allergy_status, confidentiality, identifiers, row_hash FROM simiao.patient, generate_series(1, %1) "
        "n WHERE mrn = 'L000000'; "
        "UPDATE simiao.patient p SET row_hash = sha256(convert_to(simiao.canonical_patient(p), 'UTF8')) WHERE mrn LIKE 'G%'; ANALYZE"_s
            .arg(kPatients),
        u"hospital"_s);
    if (made.contains("ERROR"_L1))
        qFatal("%s", qPrintable(made));
}

/// A desk as the hospital has it: somebody signs in at it.
workflow::Context Hospital::desk(int number)
{
    auto environment =
        m_database.environment(u"hospital"_s, {}, u"bench-%1"_s.arg(number), test::HospitalDatabase::kDesk);
    auto backend = postgresql::openBackend(environment);
    if (!backend)
        qFatal("%s", qPrintable(logLine(backend.error())));
    auto context = m_world.context;
    context.store = backend->store;
    const security::LoginPorts ports{.store = backend->store,
                                     .clock = m_world.clock,
                                     .rng = context.rng,
                                     .throttle = std::make_shared<security::LoginThrottle>(),
                                     .passwords = {},
                                     .site = u"MAIN"_s,
                                     .workstation = u"DESK-1"_s};
    const auto session =
        QCoro::waitFor(security::logIn(ports, m_world.physician.loginName, u"right horse"_s));
    if (!session)
        qFatal("%s", qPrintable(logLine(session.error())));
    context.session = *session;
    context.session.workstation = u"DESK-1"_s;
    return context;
}

Task<Result<void>> Hospital::find(workflow::Context context, QString text)
{
    auto finding = workflow::find(context.store, workflow::query::patientSearch, text, 20);
    CO_TRY_VOID(co_await finding);
    co_return ok();
}

/// What the record of a patient reads.
Task<Result<void>> Hospital::open(workflow::Context context, std::size_t place)
{
    const auto patient = m_patients[place % m_patients.size()].id;
    auto asking = workflow::ask(context.store, workflow::one(patient),
                                workflow::all(workflow::query::allergiesOfPatient, patient),
                                workflow::all(workflow::query::encountersOfPatient, patient),
                                workflow::all(workflow::query::conditionsOfPatient, patient));
    CO_TRY_VOID(co_await asking);
    auto recording = context.store->commit(context.begin(context.newCommand(), u"patient.read"_s, patient));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

workflow::UnitOfWork Hospital::signing(const workflow::Context &context, std::size_t place) const
{
    const auto &visit = m_visits[place % m_visits.size()];
    auto work = context.begin(context.newCommand(), u"composition.sign"_s, visit.patient);
    clinical::Composition note;
    note.id = context.newId<clinical::Composition>();
    note.patient = visit.patient;
    note.encounter = visit.id;
    note.status = clinical::CompositionStatus::Final;
    note.author = context.session.account;
    note.signedAt = context.clock->now();
    note.sections = {{u"10154-3"_s, u"主诉"_s, u"发热伴咳嗽3天"_s},
                     {u"10164-2"_s, u"现病史"_s,
                      QString(u"患者3天前受凉后出现发热，体温最高38.9℃，伴咳嗽咳痰。"_s).repeated(8)}};
    work.insert(note);
    for (int i = 0; i < 2; ++i) {
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = visit.patient;
        condition.encounter = visit.id;
        condition.rank = i + 1;
        condition.code = {QString(codesystem::kIcd10Cn), u"J18"_s, u"肺炎,病原体未特指"_s};
        work.insert(condition);
    }
    medications::Prescription prescription;
    prescription.id = context.newId<medications::Prescription>();
    prescription.patient = visit.patient;
    prescription.encounter = visit.id;
    prescription.author = context.session.account;
    prescription.status = medications::PrescriptionStatus::Signed;
    const QString day = context.clock->today().toIso().remove(u'-');
    work.insert(prescription)
        .numbered(&medications::Prescription::number, {u"prescription/"_s + day, u"P"_s + day, 4});
    for (int i = 0; i < 3; ++i) {
        medications::MedicationRequest request;
        request.id = context.newId<medications::MedicationRequest>();
        request.prescription = prescription.id;
        request.patient = visit.patient;
        request.encounter = visit.id;
        request.medication = m_world.amoxicillin.id;
        request.medicationName = m_world.amoxicillin.name;
        request.line = i + 1;
        work.insert(request);
    }
    return work;
}

workflow::UnitOfWork Hospital::call(const workflow::Context &context, std::size_t place) const
{
    auto task = m_tasks[place % m_tasks.size()];
    auto work = context.begin(context.newCommand(), u"queue.call"_s, task.patient);
    task.owner = context.session.account;
    task.status = scheduling::TaskStatus::InProgress;
    task.calledAt = context.clock->now();
    work.update(task);
    return work;
}

void Hospital::act(Answer &answer, const workflow::Context &context, const QString &what, std::size_t place)
{
    ++m_running;
    const auto begun = std::make_shared<QElapsedTimer>();
    begun->start();
    const auto ended = [this, &answer, what, begun](bool isGood, const Error &error) {
        --m_running;
        answer.add(what, double(begun->nsecsElapsed()) / 1000);
        if (!isGood && answer.failed++ == 0)
            answer.firstFailure = logLine(error);
    };
    const auto ofTask = [ended](const Result<void> &done) {
        ended(done.has_value(), done ? Error{} : done.error());
    };
    const auto ofCommit = [ended](const Result<workflow::Receipt> &done) {
        ended(done.has_value(), done ? Error{} : done.error());
    };
    if (what == "find"_L1)
        QCoro::connect(find(context, QStringLiteral("%1").arg(place % 10'000, 4, 10, QLatin1Char('0'))), qApp,
                       ofTask);
    else if (what == "open"_L1)
        QCoro::connect(open(context, place), qApp, ofTask);
    else if (what == "sign"_L1)
        QCoro::connect(context.store->commit(signing(context, place)), qApp, ofCommit);
    else
        QCoro::connect(context.store->commit(call(context, m_nextVisit++)), qApp, ofCommit);
}

Answer Hospital::play(int desks, int seconds)
{
    std::mt19937 random(7);
    std::exponential_distribution<double> pause(desks * 4.0 / 60.0 / 1e6); // acts a microsecond
    std::discrete_distribution<int> kind{2, 1, 0.5, 0.5};
    static const std::array kinds{u"find"_s, u"open"_s, u"sign"_s, u"call"_s};
    Answer answer;
    m_nextVisit = 0;
    m_server.psql(u"UPDATE simiao.task SET version = 1"_s,
                  u"hospital"_s); // called anew; none of it is read by its hash here
    QElapsedTimer time;
    time.start();
    double due = pause(random);
    std::size_t place = 0;
    while (time.elapsed() < seconds * 1000 || m_running > 0) {
        const double now = double(time.nsecsElapsed()) / 1000;
        if (now < seconds * 1e6 && due <= now) {
            act(answer, m_stores[place % m_stores.size()], kinds[std::size_t(kind(random))], random());
            due += pause(random);
            ++place;
            continue;
        }
        const auto rest = std::clamp(int((due - now) / 1000), 0, 5);
        QTimer::singleShot(rest, qApp, [] {});
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return answer;
}

void tell(int desks, int stores, int seconds, Answer &answer)
{
    Json::Object figures{{u"desks"_s, desks},
                         {u"stores"_s, stores},
                         {u"seconds"_s, seconds},
                         {u"acts"_s, int(answer.all.us.size())},
                         {u"failed"_s, answer.failed},
                         {u"p50Ms"_s, number(answer.all.median() / 1000)},
                         {u"p99Ms"_s, number(answer.all.quantile(0.99) / 1000)}};
    for (auto &[act, timing] : answer.byAct)
        figures.insert({act + u"P99Ms"_s, number(timing.quantile(0.99) / 1000)});
    if (answer.failed > 0)
        figures.insert({u"firstFailure"_s, answer.firstFailure});
    report(u"server-load"_s, figures);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const auto arguments = program.arguments();
    const auto given = [&arguments](int at, int usual) {
        return arguments.size() > at ? arguments[at].toInt() : usual;
    };
    const int seconds = given(2, 15);
    const int stores = given(3, 24);
    Hospital hospital(stores);
    static_cast<void>(hospital.play(500, 3)); // statements are prepared, pages read
    if (arguments.size() > 1) {
        auto answer = hospital.play(given(1, 1000), seconds);
        tell(given(1, 1000), stores, seconds, answer);
        return answer.failed > 0;
    }
    int good = 0;
    for (int desks = 750; desks <= 12'000; desks *= 2) {
        auto answer = hospital.play(desks, seconds);
        tell(desks, stores, seconds, answer);
        if (answer.failed > 0 || answer.all.quantile(0.99) > 100'000)
            break;
        good = desks;
    }
    report(u"server-load-reached"_s, {{u"desks"_s, good}});
    return 0;
}
