#include "engine/security/json_members.h"

#include <simdjson.h>

#include <algorithm>

namespace qob {

namespace {

namespace dom = simdjson::dom;

std::string jsonOf(dom::element value)
{
    return simdjson::minify(value);
}

std::string elementText(dom::element value)
{
    return value.is_string() ? std::string(value.get_string().value_unsafe()) : jsonOf(value);
}

void fill(JsonMember& member, dom::element value)
{
    using Kind = JsonMember::Kind;
    switch (value.type()) {
    case dom::element_type::NULL_VALUE:
        member.kind = Kind::Null;
        break;
    case dom::element_type::BOOL:
        member.kind = Kind::Flag;
        member.flag = value.get_bool().value_unsafe();
        break;
    case dom::element_type::INT64:
        member.kind = Kind::Integer;
        member.integer = value.get_int64().value_unsafe();
        break;
    case dom::element_type::UINT64: // only beyond what a signed one holds
    case dom::element_type::DOUBLE:
        member.kind = Kind::Real;
        member.text = jsonOf(value);
        break;
    case dom::element_type::STRING:
        member.kind = Kind::Text;
        member.text = elementText(value);
        break;
    case dom::element_type::ARRAY:
        member.kind = Kind::List;
        for (dom::element const element : dom::array(value)) {
            member.list.push_back(elementText(element));
        }
        break;
    case dom::element_type::OBJECT:
        member.kind = Kind::Object;
        member.text = jsonOf(value);
        break;
    }
}

} // namespace

Expected<JsonMembers> JsonMembers::read(std::string_view json)
{
    dom::parser parser;
    dom::element root;
    dom::object object;
    auto error = parser.parse(json.data(), json.size()).get(root);
    if (!error) {
        error = root.get(object);
    }
    if (error) {
        return fail(ErrorCode::JsonMalformed, simdjson::error_message(error));
    }
    JsonMembers members;
    for (auto const field : object) {
        if (members.find(field.key) != nullptr) {
            return fail(ErrorCode::JsonMalformed, "'" + std::string(field.key) + "' is there twice");
        }
        JsonMember member;
        member.name = field.key;
        fill(member, field.value);
        members.m_members.push_back(std::move(member));
    }
    return members;
}

JsonMember const* JsonMembers::find(std::string_view name) const
{
    auto const found = std::find_if(m_members.begin(), m_members.end(), [&](JsonMember const& member) {
        return member.name == name;
    });
    return found == m_members.end() ? nullptr : &*found;
}

std::string const* JsonMembers::text(std::string_view name) const
{
    auto const* const member = find(name);
    return member != nullptr && member->kind == JsonMember::Kind::Text ? &member->text : nullptr;
}

std::int64_t const* JsonMembers::integer(std::string_view name) const
{
    auto const* const member = find(name);
    return member != nullptr && member->kind == JsonMember::Kind::Integer ? &member->integer : nullptr;
}

} // namespace qob
