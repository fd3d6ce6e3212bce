"""What must hold of containers: on one machine (compose) and in a cluster (Kubernetes)."""
import re

import yaml


def secrets_of_setup(root):
    """The files that installer/setup gives owners to, and the certificate, which anyone may read."""
    text = (root / "installer/setup").read_text()
    rows = re.search(r"^owners\(\) \{\n  cat <<'EOF'\n(.*?)\nEOF", text, re.M | re.S).group(1)
    return {name for row in rows.splitlines() for name in row.split()[1:]} | {"tls_certificate"}


def compose(root):
    path = root / "installer/container/compose.yaml"
    whole = yaml.safe_load(path.read_text())
    errors = []
    used = set()
    for name, service in whole["services"].items():
        where = f"compose.yaml: {name}"
        used |= set(service.get("secrets", []))
        # The server's is in its image.
        if "healthcheck" not in service and "build" not in service:
            errors.append(f"{where}: nothing tells whether it is well")
        if not re.search(r":[\w.-]*\d", service.get("image", "")):
            errors.append(f"{where}: an image of no fixed version")
        if not service.get("read_only") or service.get("cap_drop") != ["ALL"]:
            errors.append(f"{where}: its root must be read only and its capabilities dropped")
        if "no-new-privileges:true" not in service.get("security_opt", []):
            errors.append(f"{where}: may gain privileges")
        if "mem_limit" not in service or "pids_limit" not in service:
            errors.append(f"{where}: no limits")
        for variable, value in service.get("environment", {}).items():
            if re.search(r"PASSWORD|SECRET|TOKEN|_KEY$", variable) and not re.search(r"_FILE$|_PRIVATE_KEY$", variable):
                errors.append(f"{where}: {variable}: a secret belongs in a file")
            for secret in re.findall(r"/run/secrets/(\w+)", str(value)):
                if secret not in service.get("secrets", []):
                    errors.append(f"{where}: {variable}: it is not given the secret {secret}")
        for port in service.get("ports", []):
            if not re.match(r"127\.0\.0\.1:|\$\{QOB_BIND:-127\.0\.0\.1\}:", port):
                errors.append(f"{where}: {port}: open to the network unasked")
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith(".") and not (path.parent / source).exists():
                errors.append(f"{where}: {source} does not exist")
            elif not source.startswith(".") and source not in whole["volumes"]:
                errors.append(f"{where}: {source}: no such volume")
        for network in service.get("networks", []):
            if network not in whole["networks"]:
                errors.append(f"{where}: {network}: no such network")
    if used != set(whole["secrets"]) or used != secrets_of_setup(root):
        errors.append("compose.yaml: secrets used, declared and made by installer/setup are not the same ones")
    return errors


def manifests(root):
    found = {}
    for file in sorted((root / "installer/kubernetes").glob("*.yaml")):
        for document in yaml.safe_load_all(file.read_text()):
            found.setdefault(document["kind"], []).append((file.name, document))
    return found


def probe_errors(where, container):
    for probe, path in (("startupProbe", "/health/live"), ("livenessProbe", "/health/live"),
                        ("readinessProbe", "/health/ready")):
        get = container.get(probe, {}).get("httpGet", {})
        if get != {"path": path, "port": "https", "scheme": "HTTPS"}:
            yield f"{where}: {probe}: must ask for {path} on the port https by HTTPS"
    if "https" not in [port["name"] for port in container["ports"]]:
        yield f"{where}: no port is called https"


def container_errors(where, container, secrets, volumes):
    for kind in ("requests", "limits"):
        if not {"cpu", "memory"} <= set(container.get("resources", {}).get(kind, {})):
            yield f"{where}: no {kind} of cpu and memory"
    security = container.get("securityContext", {})
    if (security.get("allowPrivilegeEscalation") is not False or security.get("readOnlyRootFilesystem") is not True
            or security.get("capabilities", {}).get("drop") != ["ALL"]):
        yield f"{where}: not as restricted as the namespace demands"
    for mount in container["volumeMounts"]:
        if mount["name"] not in volumes:
            yield f"{where}: {mount['name']}: no such volume"
    for variable in container["env"]:
        reference = variable.get("valueFrom", {}).get("secretKeyRef")
        if reference and reference["key"] not in secrets.get(reference["name"], {}).get("stringData", {}):
            yield f"{where}: {variable['name']}: the example Secret has no {reference['key']}"


def pod_errors(file, pod, secrets, maps, claims):
    security = pod.get("securityContext", {})
    if not security.get("runAsNonRoot") or security.get("seccompProfile") != {"type": "RuntimeDefault"}:
        yield f"{file}: not as restricted as the namespace demands"
    if pod.get("automountServiceAccountToken") is not False:
        yield f"{file}: is given a key to the cluster"
    for volume in pod["volumes"]:
        if "secret" in volume and volume["secret"]["secretName"] not in secrets:
            yield f"{file}: {volume['name']}: no such Secret"
        if "configMap" in volume and volume["configMap"]["name"] not in maps:
            yield f"{file}: {volume['name']}: no such ConfigMap"
    volumes = {volume["name"] for volume in pod["volumes"]} | claims
    for container in pod["containers"]:
        yield from container_errors(f"{file}: {container['name']}", container, secrets, volumes)


def venue_port_errors(root, file, policy):
    """A venue that no packet reaches is one of which the server knows nothing."""
    text = "\n".join(source.read_text() for source in sorted((root / "engine/venue").rglob("*.cpp")))
    used = {443} | {int(port) for port in re.findall(r"\b(?:wss|https)://[\w.-]+:(\d+)", text)}
    outside = [rule for rule in policy["spec"]["egress"] if any("ipBlock" in to for to in rule.get("to", []))]
    allowed = {port["port"] for rule in outside for port in rule["ports"] if port["protocol"] == "TCP"}
    for port in sorted(used - allowed):
        yield f"{file}: engine/venue goes to port {port}, and it lets nobody there"


def kubernetes(root):
    found = manifests(root)
    errors = []
    for name, policy in found["NetworkPolicy"]:
        errors += venue_port_errors(root, name, policy)
    kustomization = found.pop("Kustomization")[0][1]
    applied = set(kustomization["resources"])
    there = {file.name for file in (root / "installer/kubernetes").glob("*.yaml")}
    by_hand = {"first-user.yaml", "secret.example.yaml", "secret.yaml"}
    if applied != there - by_hand - {"kustomization.yaml"}:
        errors.append("kustomization.yaml: does not list exactly the manifests that are there")
    namespaces = {document["metadata"]["name"] for _, document in found["Namespace"]}
    for kind, documents in found.items():
        for file, document in documents:
            if kind != "Namespace" and document["metadata"].get("namespace") not in namespaces:
                errors.append(f"{file}: {kind}: of no namespace of ours")
    file, stateful = found["StatefulSet"][0]
    spec = stateful["spec"]
    pod = spec["template"]["spec"]
    labels = spec["template"]["metadata"]["labels"]
    if spec["replicas"] != 1:
        errors.append(f"{file}: a journal has one writer: replicas must be 1")
    if spec["serviceName"] not in [document["metadata"]["name"] for _, document in found["Service"]]:
        errors.append(f"{file}: serviceName: no such service")
    selectors = [(file, spec["selector"]["matchLabels"])]
    selectors += [(name, document["spec"]["selector"]) for name, document in found["Service"]]
    selectors += [(name, document["spec"]["selector"]["matchLabels"]) for name, document in found["PodDisruptionBudget"]]
    selectors += [(name, document["spec"]["podSelector"]["matchLabels"]) for name, document in found["NetworkPolicy"]]
    errors += [f"{name}: selects other pods than the server's" for name, selector in selectors
               if not selector.items() <= labels.items()]
    if pod["serviceAccountName"] not in [document["metadata"]["name"] for _, document in found["ServiceAccount"]]:
        errors.append(f"{file}: no such service account")
    secrets = {document["metadata"]["name"]: document for file, document in found["Secret"] if "example" in file}
    for name, document in secrets.items():
        if any(document["stringData"].values()):
            errors.append(f"secret.example.yaml: {name}: an example must hold no values")
    maps = {document["metadata"]["name"] for _, document in found["ConfigMap"]}
    claims = {claim["metadata"]["name"] for claim in spec["volumeClaimTemplates"]}
    errors += pod_errors(file, pod, secrets, maps, claims)
    for container in pod["containers"]:
        errors += probe_errors(f"{file}: {container['name']}", container)
    # A claim that a StatefulSet makes is called by the template, the set and the number.
    volume_of_set = {f"{claim}-{stateful['metadata']['name']}-0" for claim in claims}
    for name, by_hand_pod in found["Pod"]:
        errors += pod_errors(name, by_hand_pod["spec"], secrets, maps, set())
        errors += [f"{name}: {volume['name']}: not the server's volume" for volume in by_hand_pod["spec"]["volumes"]
                   if volume.get("persistentVolumeClaim", {}).get("claimName", "data-qob-0") not in volume_of_set]
    return errors
