#include "contract/store/postgres_database.h"
#include "domain/administration/masked_number.h"
#include "postgresql/access_matrix.h"
#include "postgresql/acting_person.h"
#include "postgresql/server_login.h"
#include "postgresql/server_probes.h"
#include "security/account_admin.h"
#include "security/login.h"
#include "security/password_hash.h"
#include "security/password_key.h"
#include "support/world.h"
#include "workflow/consultation/record_access.h"
#include "workflow/ports/presence.h"
#include "workflow/ports/sign_in.h"
#include "workflow/session/clock_check.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using administration::Patient;

// What the server itself demands of who acts: a desk's log-in is all that a thief of a computer has, and a program that somebody changed
// is no longer ours.
class TestPostgresAccess : public QObject
{
    Q_OBJECT

private:
    static inline const auto kPassword = u"right horse"_s;

    /// A desk at which persons sign in.
    struct Desk
    {
        std::shared_ptr<workflow::Store> store;
        workflow::Context context;
        security::LoginPorts ports;
    };

    Desk openDesk(const char *login = HospitalDatabase::kDesk, const QString &workstation = u"DESK-1"_s)
    {
        auto environment = m_hospital->environment(m_database, {}, {}, login);
        environment.config.set(u"workstation.name"_s, workstation, u"test"_s);
        auto backend = m_hospital->openAt(environment);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_hospital->server().log()));
        Desk desk{backend->store, m_world.context, {}};
        desk.context.store = desk.store;
        desk.context.session.workstation = u"DESK-1"_s;
        desk.ports = {.store = desk.store,
                      .clock = m_world.clock,
                      .rng = m_world.context.rng,
                      .throttle = std::make_shared<security::LoginThrottle>(),
                      .passwords = {},
                      .site = u"MAIN"_s,
                      .workstation = u"DESK-1"_s};
        return desk;
    }

    static Result<workflow::Session> logIn(Desk &desk,
                                           const QString &name,
                                           const QString &password = kPassword)
    {
        auto session = QCoro::waitFor(security::logIn(desk.ports, name, password));
        if (session)
            desk.context.session = *session;
        return session;
    }

    Desk deskOf(const QString &name)
    {
        auto desk = openDesk();
        const auto session = logIn(desk, name);
        if (!session)
            qFatal("%s", qPrintable(logLine(session.error())));
        return desk;
    }

    security::Account anAccount(const QString &login, const QString &role, bool isOfDepartment)
    {
        security::Account account;
        account.id = m_world.context.newId<security::Account>();
        account.loginName = login;
        account.name = login;
        account.roles = {role};
        if (isOfDepartment)
            account.department = m_world.department.id;
        account.passwordHash = m_hash;
        account.passwordChangedAt = m_world.clock->now();
        return account;
    }

    Patient aPatientOf(const QString &mrn, bool isRestricted)
    {
        Patient patient = m_world.patient;
        patient.id = m_world.context.newId<Patient>();
        patient.mrn = mrn;
        patient.identityNumber.clear();
        if (isRestricted)
            patient.confidentiality = administration::Confidentiality::Restricted;
        return patient;
    }

    administration::Encounter aVisit(const Patient &patient,
                                     std::optional<Id<administration::Organization>> department)
    {
        administration::Encounter visit;
        visit.id = m_world.context.newId<administration::Encounter>();
        visit.visitNumber = u"V-"_s + patient.mrn;
        visit.patient = patient.id;
        visit.department = department;
        visit.start = m_world.clock->now();
        return visit;
    }

    clinical::Condition aDiagnosis(const administration::Encounter &visit)
    {
        clinical::Condition condition;
        condition.id = m_world.context.newId<clinical::Condition>();
        condition.patient = visit.patient;
        condition.encounter = visit.id;
        condition.rank = 1;
        return condition;
    }

    clinical::Composition aNote(const administration::Encounter &visit, Id<security::Account> author)
    {
        clinical::Composition note;
        note.id = m_world.context.newId<clinical::Composition>();
        note.patient = visit.patient;
        note.encounter = visit.id;
        note.status = clinical::CompositionStatus::Final;
        note.author = author;
        note.signedAt = m_world.clock->now();
        return note;
    }

    /// The code of the refusal, or "stored".
    static QString outcome(Desk &desk, workflow::UnitOfWork work)
    {
        const auto stored = QCoro::waitFor(desk.store->commit(std::move(work)));
        return stored ? u"stored"_s : stored.error().code;
    }

    workflow::UnitOfWork begin(const Desk &desk,
                               const QString &act,
                               std::optional<Id<Patient>> patient = {}) const
    {
        return desk.context.begin(desk.context.newCommand(), act, patient);
    }

    /// The last line of the answer, or what went wrong.
    QString asDesk(const QString &token, const QString &sql, const QString &login = u"desk_1"_s)
    {
        const auto said =
            PostgresServer::psqlAs(
                m_server.conninfo(login, login == "desk_1"_L1 ? u"of-desk-1"_s : u"of-desk-2"_s, m_database),
                u"SELECT set_config('simiao.session', '%1', false); %2"_s.arg(token, sql))
                .trimmed();
        return said.contains("ERROR"_L1) ? said : said.section(u'\n', -1);
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    QString m_hash;
    std::shared_ptr<workflow::Store> m_program;
    World m_world;
    security::Account m_li;
    administration::Organization m_otherDepartment;
    Patient m_restricted;
    administration::Encounter m_visit;           ///< of world.patient, in li's department
    administration::Encounter m_elsewhere;       ///< of world.patient, in another
    administration::Encounter m_restrictedVisit; ///< in another

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        m_server.psql(u"CREATE ROLE desk_2 LOGIN PASSWORD 'of-desk-2' IN ROLE simiao_desk"_s);
        m_hash = *security::hashPassword(kPassword);
    }

    void init()
    {
        m_database = m_hospital->another();
        auto backend = m_hospital->open(m_database);
        QVERIFY(backend);
        m_program = backend->store;
        m_world = aWorld(m_program);
        m_otherDepartment = m_world.department;
        m_otherDepartment.id = m_world.context.newId<administration::Organization>();
        m_otherDepartment.code = u"CARD"_s;
        m_li = anAccount(u"li"_s, u"physician"_s, true);
        m_restricted = aPatientOf(u"200"_s, true);
        m_visit = aVisit(m_world.patient, m_world.department.id);
        m_elsewhere = aVisit(m_world.patient, m_otherDepartment.id);
        m_elsewhere.visitNumber = u"V-elsewhere"_s;
        m_restrictedVisit = aVisit(m_restricted, m_otherDepartment.id);
        auto work = m_world.context.begin(m_world.context.newCommand(), u"demo.seed"_s);
        work.insert(m_otherDepartment)
            .insert(m_li)
            .insert(anAccount(u"zhao"_s, u"cashier"_s, false))
            .insert(anAccount(u"admin"_s, u"administrator"_s, false))
            .insert(m_restricted)
            .insert(m_visit)
            .insert(m_elsewhere)
            .insert(m_restrictedVisit)
            .insert(aDiagnosis(m_visit))
            .insert(aDiagnosis(m_restrictedVisit));
        const auto stored = QCoro::waitFor(m_program->commit(std::move(work)));
        QVERIFY2(stored, stored ? "" : qPrintable(logLine(stored.error())));
    }

    void nobodySeesPatientsBeforeShePutsHerPasswordIn()
    {
        auto desk = openDesk();
        const auto before = QCoro::waitFor(workflow::load(desk.store, m_world.patient.id));
        QCOMPARE(before.error().kind, ErrorKind::NotFound);
        QCOMPARE(logIn(desk, u"li"_s, u"wrong horse"_s).error().code, u"login.refused"_s);
        QCOMPARE(logIn(desk, u"nobody"_s).error().code, u"login.refused"_s);
        QVERIFY(!QCoro::waitFor(workflow::load(desk.store, m_world.patient.id)));

        QVERIFY(logIn(desk, u"li"_s));
        QVERIFY(QCoro::waitFor(workflow::load(desk.store, m_world.patient.id)));

        auto *gate = dynamic_cast<workflow::SignIn *>(desk.store.get());
        QVERIFY(QCoro::waitFor(gate->signOut()));
        QTRY_VERIFY_WITH_TIMEOUT(!QCoro::waitFor(workflow::load(desk.store, m_world.patient.id)), 20'000);
        QCOMPARE(
            m_server.psql(u"SELECT count(*) FROM simiao.staff_session WHERE ended IS NULL"_s, m_database),
            u"0"_s);
    }

    // She pressed the key and went; a colleague sits down before the answer is there.
    void whatSomebodyBeganIsStoredInHerName()
    {
        auto desk = deskOf(u"li"_s);
        auto work = begin(desk, u"composition.sign"_s, m_world.patient.id);
        work.insert(aNote(m_visit, m_li.id));
        auto *gate = dynamic_cast<workflow::SignIn *>(desk.store.get());
        QVERIFY(QCoro::waitFor(gate->signOut()));
        auto colleague = desk;
        QVERIFY(logIn(colleague, u"zhao"_s));

        QCOMPARE(outcome(desk, std::move(work)), u"stored"_s);
        QCOMPARE(outcome(colleague, begin(colleague, u"session.lock"_s)), u"stored"_s);
    }

    // With a verifier somebody could sign in as another, or try passwords at leisure.
    void deskIsShownNoVerifierAndWritesNoneAway()
    {
        auto desk = deskOf(u"admin"_s);
        auto account = QCoro::waitFor(workflow::load(desk.store, m_li.id));
        QVERIFY(account);
        QVERIFY(account->passwordHash.isEmpty());
        account->title = u"主任医师"_s;
        auto work = begin(desk, u"account.manage"_s);
        work.update(*account);
        QCOMPARE(outcome(desk, std::move(work)), u"stored"_s);

        auto asLi = openDesk();
        const auto session = logIn(asLi, u"li"_s);
        QVERIFY(session);
        QCOMPARE(session->title, u"主任医师"_s);
        QCOMPARE(QCoro::waitFor(workflow::load(m_program, m_li.id))->passwordHash, m_hash);
    }

    void whatAnActDoesNotWriteIsRefused_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("her own visit") << u"li"_s << u"note"_s << u"stored"_s;
        QTest::newRow("not her role's act") << u"zhao"_s << u"note"_s << u"server.not-granted"_s;
        QTest::newRow("another's name") << u"li"_s << u"as admin"_s << u"server.other-person"_s;
        QTest::newRow("another desk") << u"li"_s << u"at DESK-9"_s << u"server.other-desk"_s;
        QTest::newRow("another author") << u"li"_s << u"by admin"_s << u"server.act-writes"_s;
        QTest::newRow("a row of another kind") << u"li"_s << u"account"_s << u"server.act-writes"_s;
        QTest::newRow("another patient's row") << u"li"_s << u"row of another"_s << u"server.other-patient"_s;
        QTest::newRow("another patient's visit")
            << u"li"_s << u"visit of another"_s << u"server.other-patient"_s;
        QTest::newRow("captured, with another patient in all of it")
            << u"li"_s << u"all of another"_s << u"server.other-patient"_s;
        QTest::newRow("another department's visit") << u"li"_s << u"elsewhere"_s << u"server.other-care"_s;
        QTest::newRow("no patient named") << u"li"_s << u"nobody's"_s << u"server.event"_s;
        QTest::newRow("an unknown act") << u"li"_s << u"unknown"_s << u"server.act-unknown"_s;
        QTest::newRow("a column that is not the act's") << u"li"_s << u"rename"_s << u"server.act-writes"_s;
    }

    void whatAnActDoesNotWriteIsRefused()
    {
        QFETCH(const QString, who);
        QFETCH(const QString, what);
        QFETCH(const QString, refusal);
        auto desk = deskOf(who);
        const auto admin =
            QCoro::waitFor(workflow::find(m_program, workflow::query::accountByLogin, u"admin"_s));
        const auto me = desk.context.session.account;
        const auto patient = m_world.patient.id;
        if (what == "as admin"_L1)
            desk.context.session.account = admin->front().id;
        if (what == "at DESK-9"_L1)
            desk.context.session.workstation = u"DESK-9"_s;
        auto work = begin(desk, what == "unknown"_L1 ? u"note.rewrite"_s : u"composition.sign"_s,
                          what == "nobody's"_L1             ? std::nullopt
                              : what == "all of another"_L1 ? std::optional(m_restricted.id)
                                                            : std::optional(patient));
        auto note = aNote(what == "elsewhere"_L1 ? m_elsewhere : m_visit,
                          what == "by admin"_L1 ? admin->front().id : me);
        if (what == "row of another"_L1 || what == "all of another"_L1)
            note.patient = m_restricted.id;
        if (what == "visit of another"_L1)
            note.encounter = m_restrictedVisit.id;
        if (what == "rename"_L1) {
            work = begin(desk, u"allergy.write"_s, patient);
            auto renamed = m_world.patient;
            renamed.name = u"张三"_s;
            renamed.version = 1;
            work.update(renamed);
        } else {
            work.insert(note);
        }
        if (what == "account"_L1)
            work.insert(anAccount(u"mine"_s, u"administrator"_s, false));

        QCOMPARE(outcome(desk, std::move(work)), refusal);
    }

    void restrictedRecordIsOpenedByCareOrByAReason()
    {
        auto desk = deskOf(u"li"_s);
        const auto diagnoses = [&] {
            return QCoro::waitFor(
                       workflow::find(desk.store, workflow::query::conditionsOfPatient, m_restricted.id))
                ->size();
        };
        QCOMPARE(diagnoses(), 0U);
        const auto patient = *QCoro::waitFor(workflow::load(desk.store, m_restricted.id));
        desk.context.policy = m_world.policy;
        QVERIFY(QCoro::waitFor(
            workflow::openRecord(desk.context, patient, workflow::BreakGlassReason::Emergency)));
        QCOMPARE(diagnoses(), 1U);

        auto colleague = deskOf(u"zhao"_s);
        QCOMPARE(QCoro::waitFor(
                     workflow::find(colleague.store, workflow::query::conditionsOfPatient, m_restricted.id))
                     ->size(),
                 0U);
    }

    /// Who writes there says that she is in treatment there.
    void whoVisitsARestrictedPatientIsToldToWhomTheRecordIsOpen()
    {
        auto desk = deskOf(u"li"_s);
        auto *there = workflow::presenceOf(*desk.store->changes());
        auto *elsewhere = workflow::presenceOf(*m_program->changes());
        for (const auto &visit : {m_visit, m_restrictedVisit}) {
            there->watch(visit.id.uuid);
            elsewhere->announce({visit.id.uuid, m_world.physician.id, u"ROOM-9"_s, u"note.write"_s});
        }

        QTRY_COMPARE(there->others(m_visit.id.uuid).size(), 1U);
        QVERIFY(there->others(m_restrictedVisit.id.uuid).empty());

        const auto patient = *QCoro::waitFor(workflow::load(desk.store, m_restricted.id));
        desk.context.policy = m_world.policy;
        QVERIFY(QCoro::waitFor(
            workflow::openRecord(desk.context, patient, workflow::BreakGlassReason::Emergency)));
        QTRY_COMPARE(there->others(m_restrictedVisit.id.uuid).size(), 1U);

        auto *gate = dynamic_cast<workflow::SignIn *>(desk.store.get());
        QVERIFY(QCoro::waitFor(gate->signOut())); // and the others of the desk hear on
        QTRY_VERIFY_WITH_TIMEOUT(there->others(m_restrictedVisit.id.uuid).empty(), 20'000);
        QCOMPARE(there->others(m_visit.id.uuid).size(), 1U);
    }

    // Who may not see numbers in full gets none from the server either, and finds the person by them all the same.
    void numbersAreMaskedByTheServer()
    {
        auto desk = deskOf(u"admin"_s);
        const auto shown = QCoro::waitFor(workflow::load(desk.store, m_world.patient.id));
        QVERIFY2(shown, shown ? "" : qPrintable(logLine(shown.error())));
        QCOMPARE(shown->identityNumber, administration::maskedIdentifier(m_world.patient.identityNumber));
        QCOMPARE(shown->phone, administration::maskedPhone(m_world.patient.phone));
        QVERIFY(shown->identityNumber.contains(u'*') && shown->phone.contains(u'*'));
        const auto found = QCoro::waitFor(
            workflow::find(desk.store, workflow::query::patientSearch, m_world.patient.identityNumber, 5));
        QVERIFY(found && found->size() == 1 && found->front().identityNumber == shown->identityNumber);
        QCOMPARE(QCoro::waitFor(workflow::find(desk.store, workflow::query::patientByIdentity,
                                               m_world.patient.identityNumber))
                     ->size(),
                 1U);

        auto registrar = deskOf(u"zhao"_s);
        QCOMPARE(QCoro::waitFor(workflow::load(registrar.store, m_world.patient.id))->identityNumber,
                 m_world.patient.identityNumber);
    }

    void signingInStandsInTheTrailWhateverTheDeskSays()
    {
        deskOf(u"li"_s);
        QCOMPARE(m_server.psql(u"SELECT act, workstation FROM simiao.audit_event WHERE agent = '%1' AND "
                               "act = 'session.sign-in'"_s.arg(m_li.id.toString()),
                               m_database),
                 u"session.sign-in|DESK-1"_s);
        const auto admin = m_hospital->open(m_database);
        QVERIFY(admin);
        QVERIFY(QCoro::waitFor(admin->maintenance->verifyAudit()));
    }

    // Before anybody signs in: of the desk's own chain, and of that only.
    void deskWhoseClockIsBehindIsToldAtItsStart()
    {
        auto desk = deskOf(u"li"_s);
        const auto checked = [this](const QString &workstation) {
            auto nobody = openDesk();
            nobody.context.session.workstation = workstation;
            const auto told = QCoro::waitFor(workflow::checkClock(nobody.context));
            return !told ? logLine(told.error()) : *told ? (*told)->code : QString();
        };
        // What the server noted of the log-in bears its own time.
        m_world.clock->set(SystemClock().now());
        QCOMPARE(checked(u"DESK-1"_s), QString());
        m_world.clock->advanceSeconds(3600);
        QCOMPARE(outcome(desk, begin(desk, u"session.lock"_s)), u"stored"_s);
        m_world.clock->set(SystemClock().now());

        QCOMPARE(checked(u"DESK-2"_s), QString());
        QCOMPARE(checked(u"DESK-1"_s), u"clock.behind"_s);
        const auto shown = asDesk({},
                                  u"SELECT DISTINCT json_object_keys(CAST(event AS json)) FROM "
                                  "simiao_api.latest_at_desk('DESK-1', 9) ORDER BY 1"_s);
        QCOMPARE(shown, u"recorded"_s); // behind "command"
    }

    void nobodyChangesHerOwnRoles()
    {
        auto desk = deskOf(u"admin"_s);
        const auto me =
            QCoro::waitFor(workflow::find(m_program, workflow::query::accountByLogin, u"admin"_s))->front();
        for (auto account : {me, m_li}) {
            account.roles.push_back(u"pharmacist"_s);
            account.version = 1;
            account.passwordHash.clear();
            auto work = begin(desk, u"account.manage"_s);
            work.update(account);
            QCOMPARE(outcome(desk, std::move(work)),
                     account.id == me.id ? u"account.own-roles"_s : u"stored"_s);
        }
    }

    void closedAccountIsRefusedWithItsNextCommand()
    {
        auto desk = deskOf(u"li"_s);
        auto admin = deskOf(u"admin"_s);
        auto account = *QCoro::waitFor(workflow::load(admin.store, m_li.id));
        account.status = security::AccountStatus::Locked;
        auto closing = begin(admin, u"account.manage"_s);
        closing.update(account);
        QCOMPARE(outcome(admin, std::move(closing)), u"stored"_s);

        auto work = begin(desk, u"composition.sign"_s, m_world.patient.id);
        work.insert(aNote(m_visit, m_li.id));
        QCOMPARE(outcome(desk, std::move(work)), u"server.signed-out"_s);
        // An empty list would say that there is nobody.
        QCOMPARE(QCoro::waitFor(workflow::load(desk.store, m_world.patient.id)).error().code,
                 u"server.signed-out"_s);
    }

    void tokenIsOfOneLoginAndWrongOnesAreMadeToWait()
    {
        auto desk = openDesk();
        auto *gate = dynamic_cast<workflow::SignIn *>(desk.store.get());
        const QByteArray wrong(32, 'x');
        for (int i = 0; i < 5; ++i)
            QVERIFY(!*QCoro::waitFor(gate->signIn(u"li"_s, wrong)));
        const auto refused = QCoro::waitFor(gate->signIn(u"li"_s, wrong));
        QCOMPARE(refused.error().code, u"login.wait"_s);
        QVERIFY(refused.error().detail.toInt() > 0);
        // Who guesses at one desk keeps nobody out at another.
        QCOMPARE(m_server.psql(
                     u"SELECT login, workstation, count FROM simiao.sign_in_failure ORDER BY workstation"_s,
                     m_database),
                 u"desk_1||5\ndesk_1|DESK-1|5"_s);

        m_server.psql(
            u"INSERT INTO simiao.staff_session (token_hash, account, login, workstation, until) "
            "SELECT sha256('stolen'), id, 'desk_1', '', 'infinity' FROM simiao.account WHERE login_name = 'li'"_s,
            m_database);
        const auto patients = u"SELECT count(*) FROM simiao_api.patient"_s;
        QCOMPARE(asDesk(u"stolen"_s, patients), u"2"_s);
        QVERIFY(asDesk(u"stolen"_s, patients, u"desk_2"_s).contains("server.signed-out"_L1));
        QVERIFY(asDesk(u"guessed"_s, patients).contains("server.signed-out"_L1));
        QCOMPARE(asDesk({}, patients), u"0"_s);
    }

    // A guess that is taken back with its transaction would be neither counted nor known to anybody.
    void guessIsCountedAlsoWhereItIsTakenBack()
    {
        const auto key =
            *security::passwordKey(asDesk({}, u"SELECT simiao_api.salt_for('li')"_s).toUtf8(), kPassword);
        const auto offer = [&](const QString &token, const QByteArray &withKey) {
            return u"DO 'BEGIN PERFORM simiao_api.offer_proof(''li'', ''DESK-1'', ''%1'', ''\\x%2''); END';"_s
                .arg(token,
                     QString::fromLatin1(
                         postgresql::ActingPerson::proof(withKey, token, u"li"_s, u"DESK-1"_s).toHex()));
        };
        const auto signIn = u"SELECT coalesce(CAST(simiao_api.sign_in('%1') AS text), 'nobody');"_s;
        const auto desk = m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database);
        const auto token = postgresql::ActingPerson::freshToken();
        const auto said = [&](const QString &sql) { return PostgresServer::psqlAs(desk, sql).trimmed(); };

        // Both in one transaction: also the right password tells nothing.
        QCOMPARE(said(u"BEGIN;"_s + offer(token, key) + signIn.arg(token) + u"ROLLBACK;"_s), u"nobody"_s);

        const QByteArray wrong(32, 'x');
        for (int i = 0; i < 5; ++i) {
            const auto guess = postgresql::ActingPerson::freshToken();
            QCOMPARE(said(offer(guess, wrong)), QString());
            QCOMPARE(said(u"BEGIN;"_s + signIn.arg(guess) + u"ROLLBACK;"_s), u"nobody"_s);
        }
        QVERIFY(said(offer(token, key)).contains("login.wait"_L1));
    }

    // Behind a pooler all desks have one log-in.
    void whoGuessesAtOneDeskKeepsNobodyOutAtAnother()
    {
        const auto at = [&](const QString &workstation) {
            auto desk = openDesk(HospitalDatabase::kDesk, workstation);
            return desk.store;
        };
        const auto signIn = [](const std::shared_ptr<workflow::Store> &store, const QByteArray &key) {
            auto *gate = dynamic_cast<workflow::SignIn *>(store.get());
            const auto isIn = QCoro::waitFor(gate->signIn(u"li"_s, key));
            return isIn ? QString(*isIn ? u"in"_s : u"wrong"_s) : isIn.error().code;
        };
        const auto key =
            *security::passwordKey(asDesk({}, u"SELECT simiao_api.salt_for('li')"_s).toUtf8(), kPassword);
        const QByteArray wrong(32, 'x');
        const auto hers = at(u"DESK-1"_s);
        QCOMPARE(signIn(hers, key), u"in"_s);

        const auto other = at(u"DESK-2"_s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn(other, wrong), u"wrong"_s);
        QCOMPARE(signIn(other, key), u"login.wait"_s);
        const auto third = at(u"DESK-3"_s);
        QCOMPARE(signIn(third, key), u"in"_s);

        // Another desk each time is no way around, except that of those where she works.
        for (int i = 0; i < 4; ++i) {
            const auto made = at(u"MADE-%1"_s.arg(i));
            for (int guess = 0; guess < 5; ++guess)
                QCOMPARE(signIn(made, wrong), u"wrong"_s);
        }
        QCOMPARE(signIn(at(u"MADE-UP"_s), wrong), u"login.wait"_s);
        QCOMPARE(signIn(hers, key), u"in"_s);
    }

    void passwordIsChangedByItsOwnerAndNothingElseWithIt()
    {
        auto desk = deskOf(u"li"_s);
        const auto next = u"another right horse"_s;
        const auto changed = QCoro::waitFor(
            security::changeOwnPassword(desk.context, desk.context.newCommand(), kPassword, next, {}));
        QVERIFY2(changed, changed ? "" : qPrintable(logLine(changed.error())));
        auto again = openDesk();
        QVERIFY(!logIn(again, u"li"_s));
        QVERIFY(logIn(again, u"li"_s, next));

        auto account = *QCoro::waitFor(workflow::load(again.store, m_li.id));
        account.roles.push_back(u"administrator"_s);
        auto work = begin(again, u"session.change-password"_s);
        work.update(account);
        QCOMPARE(outcome(again, std::move(work)), u"server.act-writes"_s);
    }

    void personsOwnLoginNeedsNoSessionAndItsRoleOnTheServer()
    {
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        using Kind = sdk::ServerLogin::Kind;
        const sdk::ServerLogin login{u"desk_3"_s, u"of-desk-3"_s, Kind::Person, u"li"_s};
        QVERIFY(postgresql::admit(*admin, login));
        QCOMPARE(postgresql::admit(*admin, {u"desk_4"_s, u"x"_s, Kind::Person, u"nobody"_s}).error().code,
                 u"server.no-person"_s);
        const auto conninfo = m_server.conninfo(u"desk_3"_s, u"of-desk-3"_s, m_database);
        const auto patients = [&] {
            return PostgresServer::psqlAs(conninfo, u"SELECT count(*) FROM simiao_api.patient"_s).trimmed();
        };
        QCOMPARE(patients(), u"2"_s);

        m_server.psql(u"REVOKE simiao_role_physician FROM desk_3"_s);
        QCOMPARE(patients(), u"0"_s);

        m_server.psql(u"GRANT simiao_role_physician TO desk_3"_s);
        m_server.psql(u"UPDATE simiao.account SET status = 'locked' WHERE login_name = 'li'"_s, m_database);
        QVERIFY(patients().contains("server.signed-out"_L1));

        // Where a person signs in once, it is nobody before she does.
        m_server.psql(u"UPDATE simiao.account SET status = 'active' WHERE login_name = 'li'"_s, m_database);
        QCOMPARE(patients(), u"2"_s);
        m_server.psql(u"UPDATE simiao.server_rule SET one_per_person = true"_s, m_database);
        QCOMPARE(patients(), u"0"_s);
    }

    // It is believed, so that neither would keep it.
    void programsLoginIsNoDesksAndNoPersons()
    {
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        using Kind = sdk::ServerLogin::Kind;
        const auto code = [&admin](const QString &person, const QStringList &desks) {
            const auto done =
                postgresql::admit(*admin, {u"lis_import"_s, u"of-lis"_s, Kind::Program, person, desks});
            return done ? QString() : done.error().code;
        };
        QCOMPARE(code({}, {u"DESK-1"_s}), u"server.program-login"_s);
        QCOMPARE(code(u"li"_s, {}), u"server.program-login"_s);
        QCOMPARE(m_server.psql(u"SELECT 1 FROM pg_roles WHERE rolname = 'lis_import'"_s), QString());
        QCOMPARE(code({}, {}), QString());
    }

    void matrixOnTheServerIsThatOfTheFiles()
    {
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        const auto rules = postgresSqlFolder() + u"/../rules"_s;
        const auto before =
            m_server.psql(u"SELECT count(*) FROM simiao.account, simiao.audit_event"_s, m_database);

        const auto matrix = postgresql::measureAccess(*admin, rules);
        QVERIFY2(matrix, matrix ? "" : qPrintable(logLine(matrix.error())));
        QCOMPARE(matrix->differences, QStringList());
        const auto act = matrix->acts.indexOf(u"payment.take"_s);
        const auto role = matrix->roles.indexOf(u"cashier"_s);
        QVERIFY(act >= 0 && role >= 0);
        for (qsizetype at = 0; at < matrix->roles.size(); ++at)
            QCOMPARE(bool(matrix->isGranted[std::size_t(act)][std::size_t(at)]), at == role);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM simiao.account, simiao.audit_event"_s, m_database),
                 before);

        const auto read = matrix->acts.indexOf(u"read composition"_s);
        QVERIFY(read >= 0);
        for (qsizetype at = 0; at < matrix->roles.size(); ++at)
            QCOMPARE(bool(matrix->isGranted[std::size_t(read)][std::size_t(at)]),
                     matrix->roles[at] == "physician"_L1);

        m_server.psql(u"INSERT INTO simiao.role_grant VALUES ('nurse', 'payment.take')"_s, m_database);
        m_server.psql(u"ALTER TABLE simiao.composition DISABLE ROW LEVEL SECURITY"_s, m_database);
        const auto differences = postgresql::measureAccess(*admin, rules)->differences;
        QVERIFY(differences.contains(u"payment.take nurse"_s));
        QVERIFY(differences.contains(u"read composition cashier"_s));
    }

    // A part of the rows that is whole says nothing of the others.
    void whoSeesAPartDoesNotCheckAllOfIt()
    {
        const auto backend = m_hospital->open(m_database, {}, u"checking"_s, HospitalDatabase::kDesk);
        QVERIFY(backend);
        const auto by = u"server.by-administrator"_s;
        QCOMPARE(QCoro::waitFor(backend->maintenance->check()).error().code, by);
        QCOMPARE(QCoro::waitFor(backend->maintenance->contents()).error().code, by);
        QCOMPARE(QCoro::waitFor(backend->maintenance->verifyAudit()).error().code, by);

        Desk desk{backend->store, m_world.context, {}};
        desk.context.store = desk.store;
        desk.ports = openDesk().ports;
        desk.ports.store = desk.store;
        QVERIFY(logIn(desk, u"admin"_s));
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
        QCOMPARE(QCoro::waitFor(backend->maintenance->check()).error().code, by);
    }

    // Of a server that only speaks the protocol: all it lacks is told at once, and nothing is made.
    void serverThatLacksSomethingIsToldWhat()
    {
        const auto admin = m_hospital->adminOf(m_database);
        QVERIFY(admin);
        QTemporaryDir folder;
        QDir().mkpath(folder.filePath(u"postgresql"_s));
        QFile file(folder.filePath(u"postgresql/probes.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "-- all of it\n-- numbers\nSELECT 1\n--;;\n-- a function of tomorrow\nSELECT of_tomorrow()\n"
            "--;;\n-- a table\nCREATE TEMPORARY TABLE probed (a int)\n--;;\n-- words\nSELEKT 1\n");
        file.close();
        const auto lacking = postgresql::probeServer(*admin->connection, folder.path());
        QCOMPARE(lacking.error().code, u"server.lacks"_s);
        QCOMPARE(lacking.error().detail, u"a function of tomorrow, words"_s);
        QCOMPARE(m_server.psql(u"SELECT count(*) FROM pg_class WHERE relname = 'probed'"_s, m_database),
                 u"0"_s);

        QVERIFY(postgresql::probeServer(*admin->connection, postgresSqlFolder()));
    }

    // Each role and act that the program grants by name is one that the server knows, and the other way round.
    void everyPermissionIsAnActOfTheServer()
    {
        const auto known = m_server
                               .psql(u"SELECT DISTINCT permission FROM simiao.role_grant EXCEPT "
                                     "SELECT permission FROM simiao.act_rule"_s,
                                     m_database)
                               .split(u'\n', Qt::SkipEmptyParts);
        // What is only read, or not built yet.
        const QSet<QString> withoutAct{
            u"appointment.book"_s, u"charge.read"_s, u"condition.write"_s,  u"imaging.read"_s,
            u"queue.read"_s,       u"stock.read"_s,  u"terminology.read"_s, u"medication-request.write"_s,
            u"payment.refund"_s,   u"stock.adjust"_s};
        for (const auto &permission : known)
            QVERIFY2(withoutAct.contains(permission), qPrintable(permission));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresAccess)
#include "test_postgres_access.moc"
