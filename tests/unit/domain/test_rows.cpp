#include "domain/administration/desk_device.h"
#include "domain/administration/library.h"
#include "unit/domain/filled.h"
#include "unit/domain/refusal.h"
#include "workflow/ports/history_queries.h"
#include "workflow/ports/queries.h"

#include <QSet>
#include <QTest>

#include <algorithm>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

template <Entity T>
Result<Row> throughTheType(const Row &row)
{
    TRY(const auto object, fromRow<T>(row));
    return toRow(object);
}

/// One entity type with rows of it, without its C++ type.
struct Sample
{
    const TypeInfo *type = nullptr;
    Row full;
    Row sparse; ///< optional fields absent
    Result<Row> (*again)(const Row &) = nullptr;
};

template <Entity T>
Sample sampleOf()
{
    return {&typeInfo<T>(), toRow(Filler(true).filled<T>()), toRow(Filler(false).filled<T>()),
            throughTheType<T>};
}

template <typename... Types>
std::vector<Sample> samplesOf()
{
    return {sampleOf<Types>()...};
}

const std::vector<Sample> &samples()
{
    static const auto all =
        samplesOf<administration::DeskDevice, administration::Library, administration::Organization,
                  administration::Patient, administration::Encounter, clinical::AllergyIntolerance,
                  clinical::Composition, clinical::Condition, diagnostics::ImagingStudy,
                  diagnostics::Observation, financial::ChargeItem, financial::Invoice, medications::Lot,
                  medications::Medication, medications::MedicationDispense, medications::MedicationRequest,
                  medications::MedicationStatement, medications::Prescription, scheduling::Appointment,
                  scheduling::QueueTask, scheduling::Slot, security::Account, terminology::Concept>();
    return all;
}

QString shown(const Scalar &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

Json withField(const Json &json, const QString &name, const Json &value)
{
    auto object = json.object();
    object.insert_or_assign(name, value);
    return object;
}

Json withoutField(const Json &json, const QString &name)
{
    auto object = json.object();
    object.erase(name);
    return object;
}

} // namespace

class TestRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entityComesBackFromItsRow_data() { everyType(); }
    void entityComesBackFromItsRow()
    {
        const auto &sample = current();
        QVERIFY(*sample.again(sample.full) == sample.full);
        QVERIFY(*sample.again(sample.sparse) == sample.sparse);
    }

    void rowComesBackFromJsonText_data() { everyType(); }
    void rowComesBackFromJsonText()
    {
        const auto &sample = current();
        for (const auto &row : {sample.full, sample.sparse}) {
            const QByteArray text = rowToJson(*sample.type, row).canonical();

            const auto json = Json::parse(text);

            QVERIFY(json);
            const auto read = rowFromJson(*sample.type, *json);
            QCOMPARE(refusalWithDetail(read), QString());
            QVERIFY(*read == row);
        }
    }

    void noTwoFieldsAreTheSameMember_data() { everyType(); }
    void noTwoFieldsAreTheSameMember()
    {
        const auto &sample = current();
        QSet<QString> seen;
        for (std::size_t i = 0; i < sample.full.size(); ++i) {
            const auto kind = sample.type->fields[i].kind;
            const QString value = shown(sample.full[i]);
            if (kind == StorageKind::Code || kind == StorageKind::Boolean)
                continue;
            QVERIFY2(!seen.contains(value), sample.type->fields[i].name.data());
            seen.insert(value);
        }
    }

    void fieldsHaveNamesAndPathsOfTheirOwn_data() { everyType(); }
    void fieldsHaveNamesAndPathsOfTheirOwn()
    {
        const auto &type = *current().type;
        QSet<QString> names;
        for (const auto &field : type.fields) {
            QVERIFY(!field.path.isEmpty());
            names.insert(QString(field.name));
        }
        QCOMPARE(std::size_t(names.size()), type.fields.size());
    }

    void unknownCodeNamesItsField_data() { everyType(); }
    void unknownCodeNamesItsField()
    {
        const auto &sample = current();
        for (std::size_t i = 0; i < sample.full.size(); ++i) {
            if (sample.type->fields[i].kind != StorageKind::Code)
                continue;
            Row damaged = sample.full;
            damaged[i] = u"no-such-code"_s;
            QCOMPARE(refusalWithDetail(sample.again(damaged)), u"row.value "_s + sample.type->fields[i].name);
        }
    }

    void valueOfAnotherKindNamesItsField_data() { everyType(); }
    void valueOfAnotherKindNamesItsField()
    {
        const auto &sample = current();
        for (std::size_t i = 0; i < sample.full.size(); ++i) {
            const bool isBytes = std::holds_alternative<QByteArray>(sample.full[i]);
            Row damaged = sample.full;
            damaged[i] = isBytes ? Scalar{qint64(1)} : Scalar{QByteArray("x")};
            QCOMPARE(refusalWithDetail(sample.again(damaged)), u"row.value "_s + sample.type->fields[i].name);
        }
    }

    void documentOfAnotherShapeIsRefused_data()
    {
        QTest::addColumn<QString>("document");
        for (const char *text : {"", "{", "{}", "null", "\"x\"", "7", "[1]", "[null]", "[{\"code\":1}]"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void documentOfAnotherShapeIsRefused()
    {
        QFETCH(QString, document);
        const auto sample = sampleOf<clinical::Composition>();
        const int sections = sample.type->indexOf("sections"_L1);
        Row damaged = sample.full;
        damaged[std::size_t(sections)] = document;
        QCOMPARE(refusalWithDetail(sample.again(damaged)), u"row.value sections"_s);
    }

    void missingFieldIsNamedUnlessOptional_data() { everyType(); }
    void missingFieldIsNamedUnlessOptional()
    {
        const auto &sample = current();
        const Json json = rowToJson(*sample.type, sample.full);
        for (const auto &field : sample.type->fields) {
            const auto read = rowFromJson(*sample.type, withoutField(json, QString(field.name)));
            QCOMPARE(refusalWithDetail(read),
                     field.isOptional ? QString() : u"row.field-missing "_s + field.name);
        }
    }

    void unknownFieldIsNamed_data() { everyType(); }
    void unknownFieldIsNamed()
    {
        const auto &sample = current();
        const Json json = withField(rowToJson(*sample.type, sample.full), u"from_the_future"_s, Json(true));
        QCOMPARE(refusalWithDetail(rowFromJson(*sample.type, json)), u"row.field-unknown from_the_future"_s);
    }

    void jsonOfAnotherShapeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null", "[]", "7", "\"x\"", "{}", "true"})
            QTest::newRow(text) << QByteArray(text);
    }
    void jsonOfAnotherShapeIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = rowFromJson(typeInfo<administration::Patient>(), *Json::parse(text));
        QCOMPARE(refusalWithDetail(read), u"row.field-missing id"_s);
    }

    void scaleOfANumberSurvives()
    {
        Quantity dose{*Decimal::parse(u"18.90"_s), u"mg"_s};
        QCOMPARE(toJson(dose).canonical(), QByteArray(R"({"unit":"mg","value":18.90})"));
        QCOMPARE(fromJson<Quantity>(toJson(dose))->value.toString(), u"18.90"_s);
    }

    void numberBeyondAnIntIsRefusedNotCut()
    {
        auto row = sampleOf<scheduling::QueueTask>().full;
        row[std::size_t(typeInfo<scheduling::QueueTask>().indexOf("number"_L1))] = qint64(1) << 32;
        QCOMPARE(refusalWithDetail(fromRow<scheduling::QueueTask>(row)), u"row.value number"_s);
    }

    void auditEventComesBackFromJson()
    {
        const auto event = Filler(true).filled<security::AuditEvent>();
        QVERIFY(*fromJson<security::AuditEvent>(toJson(event)) == event);
    }

    void whatNamesThePersonIsMarked()
    {
        const auto &patient = typeInfo<administration::Patient>();
        for (const auto name :
             {"mrn"_L1, "name"_L1, "birth_date"_L1, "identity_number"_L1, "phone"_L1, "address"_L1})
            QCOMPARE(patient.fields[std::size_t(patient.indexOf(name))].privacy, Privacy::Identifier);
        const auto &account = typeInfo<security::Account>();
        QCOMPARE(account.fields[std::size_t(account.indexOf("password_hash"_L1))].privacy, Privacy::Secret);
    }

private:
    static void everyType()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(samples().size()); ++i)
            QTest::newRow(samples()[std::size_t(i)].type->table.data()) << i;
    }

    static const Sample &current()
    {
        QFETCH(int, index);
        return samples()[std::size_t(index)];
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestRows)
#include "test_rows.moc"
