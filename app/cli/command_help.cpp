#include "cli/command_help.h"

#include <algorithm>
#include <iterator>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

struct Example
{
    const char
        *words; ///< of the command; with the names of its arguments where there are several of these words
    const char *rest; ///< of the call, after the words
};

// One line a command; a command without one is shown with the names of its arguments.
constexpr Example kExamples[] = {
    {"import icd10", "disease.csv --dry-run --user admin --password-file admin.pw"},
    {"import departments", "departments.csv --dry-run --user admin --password-file admin.pw"},
    {"import staff", "staff.csv --user admin --password-file admin.pw --new-password-file first.pw"},
    {"import drugs", "medications.csv --user admin --password-file admin.pw"},
    {"import prices", "prices.csv --dry-run --user admin --password-file admin.pw"},
    {"import stock", "stock.csv --reason \"opening stock\" --user admin --password-file admin.pw"},
    {"import schedule", "schedule.csv --user admin --password-file admin.pw"},
    {"import fhir", "bundle.json --dry-run --user admin --password-file admin.pw"},
    {"import hospital", "/transfer/hospital --profile /srv/simiao"},
    {"export hospital", "/transfer/hospital --user admin --password-file admin.pw"},
    {"search", "zw --limit 5 --user chen.guahao --password-file own.pw"},
    {"audit verify", ""},
    {"audit show", "--act session.login --limit 20 --user admin --password-file admin.pw"},
    {"db backup", "/backup/monday.db"},
    {"db backups", ""},
    {"db check", ""},
    {"db contents", ""},
    {"db restore", "/backup/monday.db"},
    {"db migrate", "--dry-run"},
    {"db init", "postgresql://postgres@/hospital?host=/run/postgresql"},
    {"db access", "postgresql://postgres@/hospital?host=/run/postgresql"},
    {"db backup ADDRESS FILE", "postgresql://postgres@/hospital?host=/run/postgresql /backup/monday.dump"},
    {"db check ADDRESS", "postgresql://postgres@/hospital?host=/run/postgresql"},
    {"audit verify ADDRESS", "--server postgresql://postgres@/hospital?host=/run/postgresql"},
    {"db transfer", "--from /srv/simiao --to postgresql://postgres@/hospital?host=/run/postgresql"},
    {"export hospital ADDRESS FOLDER",
     "postgresql://postgres@/hospital?host=/run/postgresql /transfer/hospital"},
    {"import hospital ADDRESS FOLDER",
     "postgresql://postgres@/hospital_2?host=/run/postgresql /transfer/hospital"},
    {"db restore ADDRESS FILE", "postgresql://postgres@/hospital_2?host=/run/postgresql /backup/monday.dump"},
    {"db drill", "postgresql://postgres@/hospital?host=/run/postgresql /backup/monday.dump"},
    {"db restored", "postgresql://postgres@/hospital?host=/run/postgresql"},
    {"db remember", "postgresql://desk_1@db1.hospital.example/hospital --new-password-file desk_1.pw"},
    {"db grant",
     "postgresql://postgres@/hospital?host=/run/postgresql desk_1 --desk DESK-1 --new-password-file "
     "desk_1.pw"},
    {"user list", "--user admin --password-file admin.pw"},
    {"user add",
     "li.ming --name \"Li Ming\" --roles physician --department RESP --user admin --password-file admin.pw "
     "--new-password-file first.pw"},
    {"user role", "li.ming --roles physician,administrator --user admin --password-file admin.pw"},
    {"user lock", "li.ming --user admin --password-file admin.pw"},
    {"user unlock", "li.ming --user admin --password-file admin.pw"},
    {"user retire", "li.ming --user admin --password-file admin.pw"},
    {"user password", "li.ming --user admin --password-file admin.pw --new-password-file first.pw"},
    {"devices list", "--user admin --password-file admin.pw"},
    {"devices set",
     "front-1 label \"Label printer\" --paper 50x30 --offset 1.5,-2 --user admin --password-file admin.pw"},
    {"devices withdraw", "front-1 label --user admin --password-file admin.pw"},
    {"devices test", "front-1 label label.pdf --user admin --password-file admin.pw"},
    {"packages list", ""},
    {"packages install",
     "allergy_classes.json --reason \"yearly review\" --user admin --password-file admin.pw"},
    {"packages activate", "allergy-rules 2027-01 --user admin --password-file admin.pw"},
    {"packages rollback",
     "allergy-rules shipped --reason \"too many warnings\" --user admin --password-file admin.pw"},
    {"plugins list", ""},
    {"config", "--set ui.language=en"},
    {"diagnostics", "support.json"},
    {"dicom inspect", "IM0001.dcm --charset GB18030"},
    {"dicom report", "SR0001.dcm"},
    {"dicom render", "IM0001.dcm --frame 0 --window 40,400 --out IM0001.png"},
    {"dicom anonymise", "/media/cd /transfer/case7 --subject CASE-7 --blank 0,0,640,30"},
    {"dicom copy", "/images/study7 /media/usb"},
    {"pacs list", ""},
    {"pacs echo", "dicom://ORTHANC@10.1.2.3:4242"},
    {"pacs find", "Radiology --name \"Wang*\" --from 2026-11-01 --user chen.yisheng --password-file own.pw"},
    {"pacs get", "Radiology 1.2.840.113619.2.55 --out study --user chen.yisheng --password-file own.pw"},
    {"pacs send", "Radiology study --user chen.yisheng --password-file own.pw"},
    {"pacs printer", "Films"},
    {"pacs print", "Films study --layout 2x3 --user chen.yisheng --password-file own.pw"},
    {"pacs worklist", "RIS --modality CT --from 2026-11-22 --user chen.yisheng --password-file own.pw"},
    {"dicomweb probe", "https://pacs.example/dicom-web --user ws7 --password-file ws7.pw"},
    {"dicomweb find",
     "https://pacs.example/dicom-web --modality CT --from 2026-03-01 --user ws7 --password-file ws7.pw"},
    {"dicomweb get",
     "https://pacs.example/dicom-web study --study 1.2.840.1 --user ws7 --password-file ws7.pw"},
    {"dicomweb send", "https://pacs.example/dicom-web study --user ws7 --password-file ws7.pw"},
    {"demo seed", "--size full --profile /tmp/demo"},
};

} // namespace

QString callOf(const Command &command)
{
    return u"%1 %2"_s.arg(command.words, command.arguments).trimmed();
}

QString exampleOf(const Command &command)
{
    const auto find = [](const QString &words) {
        return std::ranges::find_if(
            kExamples, [&](const Example &example) { return words == QLatin1StringView(example.words); });
    };
    auto found = find(callOf(command));
    if (found == std::end(kExamples))
        found = find(command.words);
    if (found == std::end(kExamples))
        return u"simiao-cli "_s + callOf(command);
    return u"simiao-cli %1 %2"_s.arg(command.words, QString::fromLatin1(found->rest)).trimmed();
}

QString reachOf(const Command &command)
{
    switch (command.reach) {
    case Reach::NoStore: return u"It opens no database."_s;
    case Reach::Shared: return u"While a workstation has the profile open, it runs inside it."_s;
    case Reach::Exclusive: return u"No workstation may have the profile open."_s;
    }
    return {};
}

QString helpOf(const Command &command)
{
    return u"Usage: simiao-cli %1 [options]\n\n%2 %3\n\nExample:\n  %4\n\nsimiao-cli --help lists all "
           u"commands and "
           "options.\n"_s.arg(callOf(command), command.summary, reachOf(command), exampleOf(command));
}

QString usageOf(const Command &command)
{
    return u"Usage: simiao-cli %1\nFor example: %2"_s.arg(callOf(command), exampleOf(command));
}

} // namespace simiao::cli
