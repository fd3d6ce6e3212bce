#include "engine/gateway/openapi.h"

#include "engine/base/json_writer.h"

#include <algorithm>
#include <map>

namespace qob {

namespace {

// JSON that is there already goes in as it is.
class Document {
public:
    JsonWriter json;

    void raw(std::string_view name, std::string_view value)
    {
        auto const mark = "\x01" + std::to_string(m_raw.size()) + "\x01";
        m_raw.emplace_back(value);
        json.key(name).string(mark);
    }

    [[nodiscard]] std::string text() const
    {
        std::string text = json.text();
        for (std::size_t i = 0; i < m_raw.size(); ++i) {
            JsonWriter mark;
            mark.string("\x01" + std::to_string(i) + "\x01");
            auto const at = text.find(mark.text());
            text.replace(at, mark.text().size(), m_raw[i]);
        }
        return text;
    }

private:
    std::vector<std::string> m_raw;
};

void writeSchema(JsonWriter& json, std::string_view type)
{
    json.beginObject();
    if (type.find('|') != std::string_view::npos) {
        json.key("type").string("string").key("enum").beginArray();
        while (!type.empty()) {
            auto const end = std::min(type.find('|'), type.size());
            json.string(type.substr(0, end));
            type.remove_prefix(std::min(end + 1, type.size()));
        }
        json.endArray();
    } else if (type == "decimal") {
        json.key("type").string("string").key("pattern").string(R"(^-?[0-9]+(\.[0-9]+)?$)");
    } else {
        json.key("type").string(type);
    }
    json.endObject();
}

void writeParameters(JsonWriter& json, Route const& route)
{
    json.key("parameters").beginArray();
    for (ParameterDoc const& doc : route.parameters) {
        bool const inPath = route.pattern.find("{" + std::string(doc.name) + "}") != std::string_view::npos;
        json.beginObject().key("name").string(doc.name);
        json.key("in").string(inPath ? "path" : "query");
        json.key("required").boolean(inPath || doc.required);
        if (!doc.text.empty()) {
            json.key("description").string(doc.text);
        }
        json.key("schema");
        writeSchema(json, doc.type);
        json.endObject();
    }
    json.endArray();
}

void writeBody(JsonWriter& json, Route const& route)
{
    json.key("requestBody").beginObject().key("required").boolean(true);
    json.key("content").beginObject().key("application/json").beginObject().key("schema").beginObject();
    json.key("type").string("object");
    json.key("additionalProperties").boolean(route.open);
    json.key("required").beginArray();
    for (ParameterDoc const& doc : route.body) {
        if (doc.required) {
            json.string(doc.name);
        }
    }
    json.endArray().key("properties").beginObject();
    for (ParameterDoc const& doc : route.body) {
        json.key(doc.name);
        writeSchema(json, doc.type);
    }
    json.endObject().endObject().endObject().endObject().endObject();
}

void writeAnswers(Document& document, Route const& route)
{
    JsonWriter& json = document.json;
    json.key("responses").beginObject();
    json.key("200").beginObject().key("description").string("As asked");
    json.key("content").beginObject().key("application/json").beginObject();
    document.raw("schema", route.answer.empty() ? "true" : route.answer);
    json.endObject().endObject().endObject();
    json.key("default").beginObject().key("description").string("What was wrong with the request");
    json.key("content").beginObject().key("application/json").beginObject();
    json.key("schema").beginObject().key("$ref").string("#/components/schemas/Error").endObject();
    json.endObject().endObject().endObject();
    json.endObject();
}

std::string operationId(Route const& route)
{
    std::string id(methodName(route.method));
    std::transform(id.begin(), id.end(), id.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    for (char const c : route.pattern) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        id += letter ? c : '_';
    }
    return id;
}

void writeOperation(Document& document, Route const& route)
{
    JsonWriter& json = document.json;
    std::string method(methodName(route.method));
    std::transform(method.begin(), method.end(), method.begin(), [](char c) {
        return static_cast<char>(c | 0x20);
    });
    json.key(method).beginObject();
    json.key("operationId").string(operationId(route));
    json.key("summary").string(route.summary);
    json.key("tags").beginArray().string(route.tag).endArray();
    json.key("x-permission").string(permissionName(route.permission));
    json.key("security").beginArray();
    if (route.permission != Permission::Public) {
        json.beginObject().key("token").beginArray().endArray().endObject();
        json.beginObject().key("key").beginArray().endArray().endObject();
    }
    json.endArray();
    writeParameters(json, route);
    if (!route.body.empty()) {
        writeBody(json, route);
    }
    writeAnswers(document, route);
    json.endObject();
}

void writeComponents(Document& document)
{
    JsonWriter& json = document.json;
    json.key("components").beginObject();
    document.raw(
        "schemas",
        R"({"Error":{"type":"object","required":["error"],"properties":{"error":{"type":"object","required":["code","message","status"],"properties":{"code":{"type":"string"},"message":{"type":"string"},"status":{"type":"integer"}}}}}})"
    );
    document.raw(
        "securitySchemes",
        R"({"token":{"type":"http","scheme":"bearer","description":"From /api/v1/auth/login"},"key":{"type":"apiKey","in":"header","name":"qob-key","description":"An API key; with qob-timestamp, qob-nonce and qob-signature"}})"
    );
    json.endObject();
}

} // namespace

std::string openApiDocument(Routes const& routes, std::string_view version)
{
    Document document;
    JsonWriter& json = document.json;
    json.beginObject().key("openapi").string("3.1.0");
    json.key("info").beginObject().key("title").string("Quantum Order Book");
    json.key("version").string(version);
    json.key("license").beginObject().key("name").string("GPL-3.0-or-later").endObject().endObject();
    std::map<std::string_view, std::vector<Route const*>> byPath;
    for (Route const& route : routes) {
        if (!route.tag.empty()) {
            byPath[route.pattern].push_back(&route);
        }
    }
    json.key("paths").beginObject();
    for (auto const& [path, operations] : byPath) {
        json.key(path).beginObject();
        for (Route const* route : operations) {
            writeOperation(document, *route);
        }
        json.endObject();
    }
    json.endObject();
    writeComponents(document);
    json.endObject();
    return document.text();
}

} // namespace qob
